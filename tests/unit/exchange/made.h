/* For tests of workbooks: files made part by part, through libzip. */
#ifndef TESTS_UNIT_EXCHANGE_MADE_H
#define TESTS_UNIT_EXCHANGE_MADE_H

#include <string.h>
#include <zip.h>

#include "rows.h"

struct made_part {
	const char *name; /* NULL ends the list */
	const char *text;
	size_t len; /* 0: that of a string */
};

#define MADE_MAIN \
	"xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define MADE_ROOT "http://schemas.openxmlformats.org/officeDocument/2006/" \
	"relationships"
#define MADE_RELATIONS "<Relationships xmlns='http://schemas." \
	"openxmlformats.org/package/2006/relationships'>"

/* What every workbook with two sheets begins with. */
#define MADE_RELS {"_rels/.rels", MADE_RELATIONS \
	"<Relationship Id='rId1' Type='" MADE_ROOT "/officeDocument' " \
	"Target='xl/workbook.xml'/></Relationships>", 0}
#define MADE_BOOK_RELS {"xl/_rels/workbook.xml.rels", MADE_RELATIONS \
	"<Relationship Id='rId1' Type='" MADE_ROOT "/worksheet' " \
	"Target='worksheets/sheet1.xml'/>" \
	"<Relationship Id='rId2' Type='" MADE_ROOT "/worksheet' " \
	"Target='/xl/worksheets/sheet2.xml'/>" \
	"<Relationship Id='rId3' Type='" MADE_ROOT "/styles' " \
	"Target='styles.xml'/>" \
	"<Relationship Id='rId4' Type='" MADE_ROOT "/sharedStrings' " \
	"Target='sharedStrings.xml'/></Relationships>", 0}
#define MADE_BOOK {"xl/workbook.xml", "<workbook " MADE_MAIN \
	" xmlns:r='" MADE_ROOT "'><workbookPr/><sheets>" \
	"<sheet name='花名册' sheetId='1' r:id='rId1'/>" \
	"<sheet name='Sheet2' sheetId='2' r:id='rId2'/>" \
	"</sheets></workbook>", 0}
#define MADE_STYLES {"xl/styles.xml", "<styleSheet " MADE_MAIN ">" \
	"<numFmts count='2'>" \
	"<numFmt numFmtId='176' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>" \
	"<numFmt numFmtId='177' formatCode='000000'/></numFmts>" \
	"<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>" \
	"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/>" \
	"<xf numFmtId='177'/><xf numFmtId='22'/></cellXfs></styleSheet>", 0}
#define MADE_STRINGS {"xl/sharedStrings.xml", "<sst " MADE_MAIN ">" \
	"<si><t>姓名</t></si><si><r><t>单</t></r><r><t>晓红</t></r>" \
	"<rPh sb='0' eb='1'><t>shan</t></rPh></si>" \
	"<si><t xml:space='preserve'> a_x000A_b </t></si></sst>", 0}
#define MADE_SHEET(rows) "<worksheet " MADE_MAIN "><sheetData>" rows \
	"</sheetData></worksheet>"
#define MADE_END {NULL, NULL, 0}

/* Makes a file of these parts; path is ROWS_PATH before, its name after. */
static inline void
made_save(char *path, const struct made_part *parts)
{
	zip_t *zip;

	rows_save(path, "", 0);
	zip = zip_open(path, ZIP_TRUNCATE, NULL);
	assert_non_null(zip);
	for (; parts->name != NULL; parts++) {
		zip_source_t *source = zip_source_buffer(zip, parts->text,
			parts->len > 0 ? parts->len : strlen(parts->text), 0);

		assert_non_null(source);
		assert_true(zip_file_add(zip, parts->name, source,
				    ZIP_FL_ENC_UTF_8) >= 0);
	}
	assert_int_equal(zip_close(zip), 0);
}

#endif
