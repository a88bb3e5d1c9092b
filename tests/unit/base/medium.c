#include "test.h"

#include "base/medium.h"

#define FUSE 0x65735546

static void
knows_network_file_systems(void **state)
{
	static const struct {
		unsigned long f_type;
		const char *mount_type;
		bool network;
	} rows[] = {
		{0xEF53, NULL, false},                 /* ext4 */
		{0x58465342, NULL, false},             /* XFS */
		{0x9123683E, NULL, false},             /* Btrfs */
		{0x01021994, NULL, false},             /* tmpfs */
		{0x4D44, NULL, false},                 /* FAT */
		{0x2011BAB0, NULL, false},             /* exFAT */
		{0x5346544E, NULL, false},             /* NTFS */
		{0x6969, NULL, true},                  /* NFS */
		{0x517B, NULL, true},                  /* SMB */
		{0xFF534D42, NULL, true},              /* CIFS */
		{0xFE534D42, NULL, true},              /* SMB2 */
		{0xFFFFFFFFFE534D42, NULL, true},      /* sign-extended */
		{0x01021997, NULL, true},              /* 9P */
		{FUSE, "fuse.sshfs", true},
		{FUSE, "fuse", true},
		{FUSE, NULL, true},
		{FUSE, "fuseblk", false},
		{0x6969, "fuseblk", true},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++)
		assert_int_equal(medium_is_network(rows[i].f_type,
					 rows[i].mount_type),
			rows[i].network);
	assert_true(medium_is_fuse(FUSE));
	assert_false(medium_is_fuse(0xEF53));
}

static void
finds_the_mount_of_a_device(void **state)
{
	static const char mountinfo[] =
		"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
		"31 22 0:45 / /mnt/a rw - fuse.sshfs clerk@county: rw\n"
		"32 22 8:17 / /media/a\\040b rw shared:5 master:2 - fuseblk "
		"/dev/sdb1 rw,user_id=0\n"
		"33 22 0:50 / /mnt/no-dash rw\n"
		"34 22 0:45 / /mnt/b rw - fuse.other x rw\n"
		"35 22 0:51 / /mnt/c rw - cifs //county/share rw";
	static const struct {
		unsigned major, minor;
		const char *type;
	} rows[] = {
		{8, 1, "ext4"}, {8, 17, "fuseblk"}, {0, 45, "fuse.other"},
		{0, 51, "cifs"}, {0, 50, NULL}, {8, 2, NULL}, {0, 4, NULL},
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(rows); i++) {
		char *type = medium_mount_type(
			mountinfo, rows[i].major, rows[i].minor);

		if (rows[i].type == NULL)
			assert_null(type);
		else
			assert_string_equal(type, rows[i].type);
		free(type);
	}
	assert_null(medium_mount_type("", 8, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_network_file_systems),
		cmocka_unit_test(finds_the_mount_of_a_device),
	};

	return cmocka_run_group_tests_name("medium", tests, NULL, NULL);
}
