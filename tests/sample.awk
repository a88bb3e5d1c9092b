# Reads the code lists, the record types and then the sample office, types in
# the order of reference, and prints what is wrong: FILE:LINE what.
#
#	awk -v last=DAY -f sample.awk CODES… TYPES… SAMPLES…
#
# No sample day may stand after last.  The same check goes for every type: its
# columns, words and references come from the dictionary's own source.

BEGIN {
	FS = ","
	n = split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", weight, " ")
	named_by["agenda_item"] = named_by["resolution"] = "subject"
	named_by["discussion"] = "order_no"
	named_by["vote"] = named_by["amendment"] = "matter"
	named_by["attachment"] = "name"
	named_by["checklist_result"] = "code"
	named_by["evidence"] = named_by["rectification_item"] = "order_no"
	named_by["rectification_note"] = named_by["task_note"] = "order_no"
	n = split("meeting_kind vote_rule standard standard_item", stock, " ")
	for (i = 1; i <= n; i++)
		is_stock[stock[i]] = 1
	split("31 29 31 30 31 30 31 31 30 31 30 31", days, " ")
}

FNR == 1 {
	name = FILENAME
	sub(/.*\//, "", name)
	is_type = name ~ /\.c$/
	is_codes = FILENAME ~ /codes\/[a-z_]*\.csv$/
	sub(/\.[a-z]*$/, "", name)
}

is_codes {
	if (FNR > 1)
		is_word[name, $3] = 1
	next
}

# {.name = "kind", … .kind = FIELD_CODE, … .codes = "unit_kind", …
is_type {
	if ($0 ~ /\{\.name = "/) {
		field = quoted($0, ".name = ")
		sub(/_id$/, "", field)
		is_field[name, field] = 1
	}
	if ($0 ~ /\.codes = "/)
		codes[name, field] = quoted($0, ".codes = ")
	if ($0 ~ /FIELD_SEVERAL/)
		takes_several[name, field] = 1
	if ($0 ~ /\.ref = "/)
		ref[name, field] = quoted($0, ".ref = ")
	next
}

FNR == 1 {
	n_columns = split($0, column, ",")
	for (i = 1; i <= n_columns; i++) {
		is_id[i] = sub(/_id$/, "", column[i])
		if (column[i] != "id" && !((name, column[i]) in is_field))
			say("no such field: " column[i])
	}
	next
}

NF != n_columns {
	say(NF " columns, not " n_columns)
	next
}

{
	split("", row)
	for (i = 1; i <= n_columns; i++) {
		row[column[i]] = $i
		if (is_id[i] && $i != "" && !($i in has_id))
			say(column[i] " is no id before it: " $i)
		if (!is_id[i] && column[i] != "id")
			check_value(column[i], $i)
	}
	if (row["id"] != "")
		has_id[row["id"]] = 1
	title = title_of()
	if ((name, title) in known)
		say("twice: " title)
	known[name, title] = FNR
	if (name == "leader")
		known[name, row["member"] " / " row["union_org"]] = FNR
	if (name == "member")
		check_member()
	if (name == "union_org")
		founded[row["name"]] = row["founded_on"]
	if (name == "membership")
		check_membership()
	if (name == "meeting")
		check_meeting()
	if (name == "attendance")
		check_attendance()
	if (name == "discussion")
		check_discussion()
	if (name == "vote")
		check_vote()
	if (name == "task")
		check_task()
	if (name == "checklist_run")
		check_run()
	if (name == "checklist_result")
		check_result()
	if (name == "rectification")
		check_rectification()
}

END {
	for (run in n_items)
		if (n_items[run] != 24 || n_judged[run] != 24 && \
			run_state[run] != "草稿")
			print "checklist_result.csv:0 not 24 items are " \
				"judged in " run
}

# What another record calls this one; a row, behind its owner.
function title_of()
{
	if (name == "leader")
		return row["union_org"] "/" row["member"] "/" row["since_on"]
	if (name == "union_unit" || name == "membership")
		return $1 "/" $2 "/" row["joined_on"]
	if (name == "meeting" || name == "task")
		return row["title"]
	if (name == "attendance")
		return $1 "/" row["member"] row["unit"] row["person"]
	if (name == "checklist_run")
		return row["union_org"] " / " row["year"] " / " row["part"]
	if (name == "rectification")
		return row["union_org"] " / " row["proposed_on"]
	if (name in named_by)
		return owner() "/" row[named_by[name]]
	return $1
}

function owner()
{
	if (name == "task_note")
		return row["task"]
	if (name ~ /^rectification_/)
		return row["rectification"]
	if (name == "checklist_result" || name == "evidence")
		return row["checklist_run"]
	return row["meeting"]
}

function say(what)
{
	print FILENAME ":" FNR " " what
}

# The first string after mark in a line of C.
function quoted(line, mark,    from)
{
	from = index(line, mark)
	line = substr(line, from + length(mark) + 1)
	return substr(line, 1, index(line, "\"") - 1)
}

function check_value(field, value)
{
	if (value ~ /^ | $|"|\r/)
		say(field " has blanks, quotes or controls: " value)
	if (value == "")
		return
	if ((name, field) in codes)
		check_words(field, value)
	if ((name, field) in ref && !is_known(ref[name, field], value))
		say(field " names nothing before it: " value)
	if (field ~ /_on$/ && !is_date(value))
		say(field " is no date: " value)
	if (field ~ /_on$/ && field != "term_until_on" && value > last)
		say(field " lies after " last)
	if (field == "phone" && !is_invented_phone(value))
		say("a phone that may be somebody's: " value)
}

# What every office begins with is share/meetings and share/checklists, whose
# texts have lines; rows of a record name others of the same record.
function is_known(type, value)
{
	if (type in is_stock)
		return 1
	if (type in named_by)
		value = owner() "/" value
	return (type, value) in known
}

# Several words stand with 、 between them where the field takes several.
function check_words(field, value,    word, i, n)
{
	n = 1
	word[1] = value
	if ((name, field) in takes_several)
		n = split(value, word, "、")
	for (i = 1; i <= n; i++)
		if (!((codes[name, field], word[i]) in is_word))
			say(field " has no such word: " word[i])
}

function is_date(s,    part, n)
{
	n = split(s, part, "-")
	if (s !~ /^[12][0-9][0-9][0-9](-[01][0-9](-[0-3][0-9])?)?$/)
		return 0
	if (n > 1 && (part[2] < 1 || part[2] > 12))
		return 0
	if (n > 2 && (part[3] < 1 || part[3] > days[part[2] + 0]))
		return 0
	return s !~ /-02-29$/ || (part[1] % 4 == 0)
}

# No carrier has 154, and no place has the trunk code 0489.
function is_invented_phone(s)
{
	return s ~ /^154[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]$/ ||
		s ~ /^0489-2[0-9][0-9][0-9][0-9][0-9][0-9]$/
}

# Years from one date to another, as far as both say.
function years(from, to,    n)
{
	n = substr(to, 1, 4) - substr(from, 1, 4)
	return substr(to, 5, length(from) - 4) < \
		substr(from, 5, length(to) - 4) ? n - 1 : n
}

function check_member(    joined, confirmed)
{
	joined = row["joined_on"]
	confirmed = row["confirmed_on"]
	joined_on[row["name"]] = joined
	if (row["idno"] != "")
		check_idno(row["idno"])
	if (years(row["birth_on"], joined) < 18)
		say("joined before the age of 18")
	if (row["kind"] == "预备党员" ? confirmed != "" : confirmed <= \
		substr(joined, 1, length(confirmed)))
		say("confirmed on " confirmed ", joined on " joined)
	if (row["work_on"] != "" && years(row["birth_on"], row["work_on"]) < 16)
		say("began to work before the age of 16")
	if (row["post_since_on"] != "" && row["post_since_on"] < joined)
		say("had a post before joining")
	if (row["state"] != "在册" && row["state_on"] == "")
		say("no day of the state " row["state"])
	if (row["phone"] != "" && row["phone"] in phones)
		say("somebody else's phone")
	phones[row["phone"]] = 1
}

function check_idno(idno,    sum, i, birth, order)
{
	if (idno in idnos)
		say("somebody else's ID number")
	idnos[idno] = 1
	# GB/T 2260 gives nothing in these provinces the numbers 99xx.
	if (idno !~ /^(15|41)99/ || idno ~ /000$/)
		say("an ID number that may be somebody's: " idno)
	birth = substr(idno, 7, 8)
	order = substr(idno, 15, 3)
	if (length(idno) == 15) {
		birth = "19" substr(idno, 7, 6)
		order = substr(idno, 13, 3)
	} else {
		for (i = 1; i <= 17; i++)
			sum += substr(idno, i, 1) * weight[i]
		if (substr("10X98765432", sum % 11 + 1, 1) != \
			substr(idno, 18))
			say("a wrong check digit")
	}
	birth = substr(birth, 1, 4) "-" substr(birth, 5, 2) "-" substr(birth, 7)
	if (birth != row["birth_on"] && row["remark"] !~ /出生日期/)
		say("another birthday than the ID number's")
	if (order % 2 != (row["sex"] == "男"))
		say("another sex than the ID number's")
}

function check_membership(    pair)
{
	pair = row["member"] "/" row["union_org"]
	if (row["left_on"] == "" && pair in is_in)
		say("in the union twice")
	if (row["left_on"] == "")
		is_in[pair] = 1
	if (row["left_on"] != "" && row["left_on"] < row["joined_on"])
		say("left before joining")
	if (row["joined_on"] < founded[row["union_org"]])
		say("joined before the union was founded")
	if (row["joined_on"] < joined_on[row["member"]])
		say("joined the union before the Party")
}

function check_meeting(    state)
{
	state = row["state"]
	begins[row["title"]] = row["begin_at"]
	closed[row["title"]] = state == "归档"
	if (row["begin_at"] !~ /^202[56]-[01][0-9]-[0-3][0-9] ([01][0-9]|2[0-3]):[0-5][0-9]$/)
		say("no such time: " row["begin_at"])
	if ((state == "归档" || state == "待签") && \
		(row["end_at"] <= row["begin_at"] || substr(row["end_at"], \
		1, 10) != substr(row["begin_at"], 1, 10)))
		say("ends at " row["end_at"])
	if ((state == "归档") != (row["signed_on"] >= \
		substr(row["begin_at"], 1, 10)))
		say("closed or signed, not both")
	if ((state == "已取消") != (row["cancel_why"] != ""))
		say("cancelled or not")
	if (state != "筹备" && row["serial_no"] != ++serial[row["union_org"], \
		row["kind"], substr(row["begin_at"], 1, 4)])
		say("not the next number of the year: " row["serial_no"])
}

function check_attendance(    counts)
{
	counts = row["capacity"] == "应到" && row["left_out"] == ""
	ought[row["meeting"]] += counts
	came[row["meeting"]] += counts && row["presence"] == "到"
	if (row["presence"] == "到")
		is_there[row["meeting"], row["member"]] = 1
	if (row["presence"] == "")
		say("neither there nor away")
	if ((row["presence"] == "到") != (row["absence"] == ""))
		say("there with a reason for being away, or away without")
	if (row["arrived_at"] != "" && \
		row["arrived_at"] <= begins[row["meeting"]])
		say("late before the beginning")
}

function check_discussion()
{
	if (!((row["meeting"], row["member"]) in is_there))
		say("spoke without being there: " row["member"])
}

function check_vote(    carried)
{
	carried = 2 * row["present"] >= row["eligible"] && \
		2 * row["in_favour"] > row["eligible"]
	if (row["eligible"] != ought[row["meeting"]] || \
		row["present"] != came[row["meeting"]])
		say("counts others than attendance does")
	if (row["in_favour"] + row["against"] + row["abstained"] + \
		row["not_cast"] != row["present"] + row["written"])
		say("more or fewer votes than there are voters")
	if (carried != (row["outcome"] == "通过"))
		say("not the outcome of its numbers: " row["outcome"])
}

function check_task()
{
	if (row["given_on"] > row["due_on"])
		say("due before it was given")
	if ((row["state"] == "已办结") != (row["closed_on"] >= \
		row["given_on"] && row["result"] != ""))
		say("done without day and result, or with them and not done")
}

function check_run(    title)
{
	title = title_of()
	run_state[title] = row["state"]
	judged_on[title] = row["judged_on"]
	if ((row["state"] == "草稿") != (row["submitted_on"] == "") || \
		(row["submitted_on"] != "" && \
		row["submitted_on"] < row["judged_on"]))
		say("not submitted, or before it was judged")
	if ((row["state"] == "已审核" || row["state"] == "退回") != \
		(row["reviewed_on"] >= row["submitted_on"] && \
		row["reviewed_by"] != ""))
		say("reviewed or not")
	if (row["reviewed_by"] != "" && \
		row["reviewed_by"] == row["submitted_by"])
		say("reviewed by who submitted it")
	if ((row["state"] == "退回") != (row["return_why"] != ""))
		say("sent back without a reason, or with one and not")
}

function check_result(    run, verdict)
{
	run = row["checklist_run"]
	verdict = row["verdict"]
	n_items[run]++
	n_judged[run] += verdict != ""
	if (index(row["item"], row["code"] " / ") != 1)
		say("another item than " row["code"])
	if (verdict == "不适用" && row["note"] == "")
		say("does not apply, and nobody says why")
	if ((verdict == "基本符合" || verdict == "不符合") != \
		(row["finding"] != ""))
		say("a finding without a verdict for it, or the other way")
	if (row["finding"] != "" && (row["finding"] in findings))
		say("the same finding as in line " findings[row["finding"]])
	findings[row["finding"]] = FNR
	if (verdict == "不符合" && (row["measure"] == "" || \
		row["due_on"] < judged_on[run]))
		say("nothing is done about it, or before it was found")
	if ((row["recheck"] != "") != (row["recheck_on"] > judged_on[run]))
		say("checked again without a day, or before")
}

function check_rectification()
{
	if (row["proposed_on"] > row["decided_on"])
		say("decided before it was proposed")
	if ((row["state"] == "销号") != (row["closed_on"] != "" && \
		row["closed_on"] >= row["track_until_on"] && \
		row["track_until_on"] > row["accepted_on"] && \
		row["accepted_on"] >= row["applied_on"]))
		say("closed, but not by its days")
}
