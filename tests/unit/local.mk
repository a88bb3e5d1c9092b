# One program a module, cmocka speaking TAP; each links its own floor and
# those below it, so that a call upwards does not link.  A program's source is
# the file of its name.

noinst_HEADERS = %D%/test.h %D%/tui/events.h %D%/tui/screen.h
AM_CPPFLAGS += $(CMOCKA_CFLAGS) $(SQLITE_CFLAGS) -I$(top_srcdir)/tests/unit
BASE_UNIT_LIBS = $(BASE_LIBS) $(CMOCKA_LIBS)

base_units = \
	%D%/base/catalog_read \
	%D%/base/date \
	%D%/base/enc \
	%D%/base/enc_detect \
	%D%/base/err \
	%D%/base/file \
	%D%/base/file_shown \
	%D%/base/hanzi \
	%D%/base/i18n \
	%D%/base/id_set \
	%D%/base/idcard \
	%D%/base/medium \
	%D%/base/pinyin \
	%D%/base/pinyin_find \
	%D%/base/seal \
	%D%/base/sorter \
	%D%/base/strbuf \
	%D%/base/text \
	%D%/base/text_breaks \
	%D%/base/text_cols \
	%D%/base/vec \
	%D%/base/world \
	%D%/base/xalloc

check_PROGRAMS += $(base_units)
TESTS += $(base_units)

%C%_base_catalog_read_LDADD = $(BASE_UNIT_LIBS)
%C%_base_date_LDADD = $(BASE_UNIT_LIBS)
%C%_base_enc_LDADD = $(BASE_UNIT_LIBS)
%C%_base_enc_detect_LDADD = $(BASE_UNIT_LIBS)
%C%_base_err_LDADD = $(BASE_UNIT_LIBS)
%C%_base_file_LDADD = $(BASE_UNIT_LIBS)
%C%_base_file_shown_LDADD = $(BASE_UNIT_LIBS)
%C%_base_hanzi_LDADD = $(BASE_UNIT_LIBS)
%C%_base_i18n_LDADD = $(BASE_UNIT_LIBS)
%C%_base_id_set_LDADD = $(BASE_UNIT_LIBS)
%C%_base_idcard_LDADD = $(BASE_UNIT_LIBS)
%C%_base_medium_LDADD = $(BASE_UNIT_LIBS)
%C%_base_pinyin_LDADD = $(BASE_UNIT_LIBS)
%C%_base_pinyin_find_LDADD = $(BASE_UNIT_LIBS)
%C%_base_seal_LDADD = $(BASE_UNIT_LIBS)
%C%_base_sorter_LDADD = $(BASE_UNIT_LIBS)
%C%_base_strbuf_LDADD = $(BASE_UNIT_LIBS)
%C%_base_text_LDADD = $(BASE_UNIT_LIBS)
%C%_base_text_breaks_LDADD = $(BASE_UNIT_LIBS)
%C%_base_text_cols_LDADD = $(BASE_UNIT_LIBS)
%C%_base_vec_LDADD = $(BASE_UNIT_LIBS)
%C%_base_world_LDADD = $(BASE_UNIT_LIBS)
%C%_base_xalloc_LDADD = $(BASE_UNIT_LIBS)

# bench.c and place.c are what the tests of the store share.
check_LIBRARIES += libstoretest.a
libstoretest_a_SOURCES = \
	%D%/store/bench.c %D%/store/bench.h \
	%D%/store/place.c %D%/store/place.h
STORE_UNIT_LIBS = libstoretest.a $(STORE_LIBS) $(CMOCKA_LIBS)

store_units = \
	%D%/store/backup \
	%D%/store/backup_list \
	%D%/store/beside \
	%D%/store/change \
	%D%/store/check \
	%D%/store/draft \
	%D%/store/draft_file \
	%D%/store/guard \
	%D%/store/holder \
	%D%/store/journal \
	%D%/store/journal_hash \
	%D%/store/journal_list \
	%D%/store/key_sort \
	%D%/store/lock \
	%D%/store/migrate \
	%D%/store/newer \
	%D%/store/open \
	%D%/store/rekey \
	%D%/store/restore \
	%D%/store/scratch \
	%D%/store/seen \
	%D%/store/session_holders \
	%D%/store/site \
	%D%/store/stmt \
	%D%/store/table

check_PROGRAMS += $(store_units)
TESTS += $(store_units)

%C%_store_backup_LDADD = $(STORE_UNIT_LIBS)
%C%_store_backup_list_LDADD = $(STORE_UNIT_LIBS)
%C%_store_beside_LDADD = $(STORE_UNIT_LIBS)
%C%_store_change_LDADD = $(STORE_UNIT_LIBS)
%C%_store_check_LDADD = $(STORE_UNIT_LIBS)
%C%_store_draft_LDADD = $(STORE_UNIT_LIBS)
%C%_store_draft_file_LDADD = $(STORE_UNIT_LIBS)
%C%_store_guard_LDADD = $(STORE_UNIT_LIBS)
%C%_store_holder_LDADD = $(STORE_UNIT_LIBS)
%C%_store_journal_LDADD = $(STORE_UNIT_LIBS)
%C%_store_journal_hash_LDADD = $(STORE_UNIT_LIBS)
%C%_store_journal_list_LDADD = $(STORE_UNIT_LIBS)
%C%_store_key_sort_LDADD = $(STORE_UNIT_LIBS)
%C%_store_lock_LDADD = $(STORE_UNIT_LIBS)
%C%_store_migrate_LDADD = $(STORE_UNIT_LIBS)
%C%_store_newer_LDADD = $(STORE_UNIT_LIBS)
%C%_store_open_LDADD = $(STORE_UNIT_LIBS)
%C%_store_rekey_LDADD = $(STORE_UNIT_LIBS)
%C%_store_restore_LDADD = $(STORE_UNIT_LIBS)
%C%_store_restore_LDFLAGS = -Wl,--wrap=file_medium_of
%C%_store_scratch_LDADD = $(STORE_UNIT_LIBS)
%C%_store_seen_LDADD = $(STORE_UNIT_LIBS)
%C%_store_session_holders_LDADD = $(STORE_UNIT_LIBS)
%C%_store_site_LDADD = $(STORE_UNIT_LIBS)
%C%_store_stmt_LDADD = $(STORE_UNIT_LIBS)
%C%_store_table_LDADD = $(STORE_UNIT_LIBS)

# What the tests of the records share.
check_LIBRARIES += librecordstest.a
librecordstest_a_SOURCES = \
	%D%/records/crowd.c %D%/records/crowd.h \
	%D%/records/desk.c %D%/records/desk.h \
	%D%/records/yardstick.c %D%/records/yardstick.h \
	%D%/records/probed.c %D%/records/probed.h
nodist_librecordstest_a_SOURCES = %D%/records/invented_step.c
CLEANFILES += %D%/records/invented_step.c
EXTRA_DIST += %D%/records/invented.sql

%D%/records/invented_step.c: %D%/records/invented.sql build-aux/embed.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(EMBED) -v symbol=invented_steps \
		tests/unit/records/invented.sql >$@-t && mv $@-t $@

# In place of the office's register.
invented_sources = %D%/records/invented_register.c \
	%D%/records/invented_types.c %D%/records/invented.h

RECORDS_UNIT_LIBS = librecordstest.a libstoretest.a $(RECORDS_LIBS) \
	$(CMOCKA_LIBS)

records_units = \
	%D%/records/acceptance \
	%D%/records/alike \
	%D%/records/as_of \
	%D%/records/attachment \
	%D%/records/attendance \
	%D%/records/attendance_fill \
	%D%/records/board \
	%D%/records/branch \
	%D%/records/checklist \
	%D%/records/checklist_changed \
	%D%/records/checklist_result \
	%D%/records/checklist_run \
	%D%/records/code_set \
	%D%/records/codes \
	%D%/records/convene \
	%D%/records/cycle \
	%D%/records/derive \
	%D%/records/dictionary \
	%D%/records/discussion \
	%D%/records/due \
	%D%/records/duplicates \
	%D%/records/fill \
	%D%/records/find \
	%D%/records/fuse \
	%D%/records/invented \
	%D%/records/leader \
	%D%/records/load \
	%D%/records/loose \
	%D%/records/meeting \
	%D%/records/meeting_calendar \
	%D%/records/meeting_due \
	%D%/records/meeting_kind \
	%D%/records/member \
	%D%/records/membership \
	%D%/records/merge \
	%D%/records/merge_text \
	%D%/records/office \
	%D%/records/operator \
	%D%/records/owned \
	%D%/records/owned_refresh \
	%D%/records/probe \
	%D%/records/probe_cycles \
	%D%/records/probe_founding \
	%D%/records/probe_meetings \
	%D%/records/probe_people \
	%D%/records/probe_rectification \
	%D%/records/probe_units \
	%D%/records/query \
	%D%/records/query_sql \
	%D%/records/quorum \
	%D%/records/quorum \
	%D%/records/record \
	%D%/records/rectification \
	%D%/records/roster \
	%D%/records/row \
	%D%/records/ruling \
	%D%/records/save \
	%D%/records/save_check \
	%D%/records/save_follow \
	%D%/records/search \
	%D%/records/search_hit \
	%D%/records/serial \
	%D%/records/search_key \
	%D%/records/standard \
	%D%/records/task \
	%D%/records/undo \
	%D%/records/undo_plan \
	%D%/records/union_org \
	%D%/records/union_tree \
	%D%/records/unit_name \
	%D%/records/value \
	%D%/records/verdict_count \
	%D%/records/vote \
	%D%/records/vote_rule \
	%D%/records/words

check_PROGRAMS += $(records_units)
TESTS += $(records_units)

%C%_records_acceptance_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_as_of_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_rectification_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_attachment_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_attendance_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_attendance_fill_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_board_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_branch_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_checklist_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_checklist_changed_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_checklist_result_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_checklist_run_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_code_set_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_codes_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_convene_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_cycle_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_derive_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_dictionary_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_discussion_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_due_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_fill_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_find_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_fuse_SOURCES = %D%/records/fuse.c %D%/records/fuse_types.c \
	%D%/records/fuse_types.h
%C%_records_fuse_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_membership_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_office_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_operator_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_cycles_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_founding_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_meetings_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_people_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_rectification_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_probe_units_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_query_sql_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_quorum_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_row_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_ruling_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_alike_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_duplicates_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_unit_name_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_save_check_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_save_follow_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_search_hit_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_invented_SOURCES = %D%/records/invented.c $(invented_sources)
%C%_records_invented_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_leader_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_load_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_loose_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_meeting_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_meeting_calendar_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_meeting_due_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_meeting_kind_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_member_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_merge_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_merge_text_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_owned_SOURCES = %D%/records/owned.c $(invented_sources)
%C%_records_owned_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_owned_refresh_SOURCES = %D%/records/owned_refresh.c \
	$(invented_sources)
%C%_records_owned_refresh_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_serial_SOURCES = %D%/records/serial.c $(invented_sources)
%C%_records_serial_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_query_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_record_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_roster_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_save_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_search_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_search_key_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_standard_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_task_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_undo_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_undo_plan_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_union_org_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_union_tree_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_verdict_count_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_vote_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_value_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_vote_rule_LDADD = $(RECORDS_UNIT_LIBS)
%C%_records_words_LDADD = $(RECORDS_UNIT_LIBS)

EXCHANGE_UNIT_LIBS = $(EXCHANGE_LIBS) $(CMOCKA_LIBS)

exchange_units = \
	%D%/exchange/csv \
	%D%/exchange/csv_write \
	%D%/exchange/export \
	%D%/exchange/import \
	%D%/exchange/import_all \
	%D%/exchange/import_header \
	%D%/exchange/import_match \
	%D%/exchange/import_plan \
	%D%/exchange/import_run \
	%D%/exchange/import_twins \
	%D%/exchange/input \
	%D%/exchange/invented \
	%D%/exchange/paper \
	%D%/exchange/print \
	%D%/exchange/print_board \
	%D%/exchange/print_checklist \
	%D%/exchange/print_rectification \
	%D%/exchange/printer \
	%D%/exchange/report \
	%D%/exchange/sheet \
	%D%/exchange/sheet_read \
	%D%/exchange/stock
if WITH_WORKBOOKS
exchange_units += \
	%D%/exchange/row_file \
	%D%/exchange/xlsx_book \
	%D%/exchange/xlsx_number \
	%D%/exchange/xlsx_part \
	%D%/exchange/xlsx_read \
	%D%/exchange/xlsx_strings \
	%D%/exchange/xlsx_write
endif

noinst_HEADERS += %D%/exchange/made.h %D%/exchange/office.h %D%/exchange/plan.h \
	%D%/exchange/printed.h %D%/exchange/rows.h %D%/exchange/rtf.h
check_PROGRAMS += $(exchange_units)
TESTS += $(exchange_units)

%C%_exchange_csv_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_input_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_csv_write_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_export_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_all_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_header_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_match_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_plan_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_import_run_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_invented_SOURCES = %D%/exchange/invented.c $(invented_sources)
%C%_exchange_import_twins_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_invented_LDADD = libexchange.a $(RECORDS_UNIT_LIBS) $(FORMAT_LIBS)
%C%_exchange_paper_SOURCES = %D%/exchange/paper.c %D%/exchange/rtf.c
%C%_exchange_paper_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_print_SOURCES = %D%/exchange/print.c %D%/exchange/rtf.c
%C%_exchange_print_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_print_board_SOURCES = %D%/exchange/print_board.c \
	%D%/exchange/rtf.c
%C%_exchange_print_board_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_print_checklist_SOURCES = %D%/exchange/print_checklist.c \
	%D%/exchange/rtf.c
%C%_exchange_print_checklist_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_print_rectification_SOURCES = \
	%D%/exchange/print_rectification.c %D%/exchange/rtf.c
%C%_exchange_print_rectification_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_report_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_sheet_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_sheet_read_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_row_file_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_book_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_number_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_part_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_read_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_strings_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_xlsx_write_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_stock_LDADD = $(EXCHANGE_UNIT_LIBS)
%C%_exchange_printer_LDADD = $(EXCHANGE_UNIT_LIBS)

TUI_UNIT_LIBS = $(TUI_LIBS) $(CMOCKA_LIBS)

tui_units = \
	%D%/tui/action \
	%D%/tui/array \
	%D%/tui/chooser \
	%D%/tui/dialog \
	%D%/tui/edit \
	%D%/tui/edit_handle \
	%D%/tui/editor \
	%D%/tui/field \
	%D%/tui/finder \
	%D%/tui/fit \
	%D%/tui/folder \
	%D%/tui/form \
	%D%/tui/grid \
	%D%/tui/help \
	%D%/tui/index \
	%D%/tui/key \
	%D%/tui/key_parser \
	%D%/tui/key_paste \
	%D%/tui/key_script \
	%D%/tui/key_spelling \
	%D%/tui/keymap \
	%D%/tui/list \
	%D%/tui/menu \
	%D%/tui/offer \
	%D%/tui/progress \
	%D%/tui/status \
	%D%/tui/term \
	%D%/tui/theme \
	%D%/tui/window \
	%D%/tui/wrap

check_PROGRAMS += $(tui_units)
TESTS += $(tui_units)

%C%_tui_action_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_array_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_chooser_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_dialog_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_edit_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_edit_handle_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_editor_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_field_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_finder_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_fit_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_folder_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_form_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_grid_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_help_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_index_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_key_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_key_parser_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_key_paste_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_key_script_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_key_spelling_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_keymap_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_list_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_menu_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_offer_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_progress_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_status_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_term_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_theme_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_window_LDADD = $(TUI_UNIT_LIBS)
%C%_tui_wrap_LDADD = $(TUI_UNIT_LIBS)

SCREENS_UNIT_LIBS = libscreens.a $(EXCHANGE_LIBS) $(TUI_LIBS) $(CMOCKA_LIBS)

screens_units = \
	%D%/screens/daily_copy \
	%D%/screens/places \
	%D%/screens/tally

check_PROGRAMS += $(screens_units)
TESTS += $(screens_units)

%C%_screens_daily_copy_LDADD = librecordstest.a libstoretest.a \
	$(SCREENS_UNIT_LIBS)
%C%_screens_places_LDADD = $(SCREENS_UNIT_LIBS)
%C%_screens_tally_LDADD = librecordstest.a libstoretest.a $(SCREENS_UNIT_LIBS)
