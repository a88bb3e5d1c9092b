/* The commands, one file each; cli.c lists them in the order of the help. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct cli_command cli_init_command;
extern const struct cli_command cli_types_command;
extern const struct cli_command cli_import_command;
extern const struct cli_command cli_export_command;
extern const struct cli_command cli_report_command;
extern const struct cli_command cli_print_command;
extern const struct cli_command cli_find_command;
extern const struct cli_command cli_show_command;
extern const struct cli_command cli_history_command;
extern const struct cli_command cli_undo_command;
extern const struct cli_command cli_redo_command;
extern const struct cli_command cli_merge_command;
extern const struct cli_command cli_unmerge_command;
extern const struct cli_command cli_check_command;
extern const struct cli_command cli_backup_command;
extern const struct cli_command cli_restore_command;

#endif
