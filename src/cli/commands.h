/* The commands, one file each; cli.c lists them in the order of the help. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct cli_command cli_init_command;
extern const struct cli_command cli_types_command;
extern const struct cli_command cli_check_command;
extern const struct cli_command cli_backup_command;
extern const struct cli_command cli_restore_command;

#endif
