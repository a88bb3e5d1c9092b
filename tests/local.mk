# Tests in sh, and what they share; the rules that scripts check.

EXTRA_DIST += %D%/tap.sh

shell_tests = \
	%D%/build/embed.sh \
	%D%/build/potfiles.sh

EXTRA_DIST += $(shell_tests)
TESTS += $(shell_tests)
