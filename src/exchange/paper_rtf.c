/* RTF 1.9; lengths are twips, a twentieth of a point. */
#include "exchange/paper.h"

#include <stdio.h>
#include <string.h>

#include "base/enc.h"
#include "base/i18n.h"
#include "base/text.h"

#define N_ITEMS(array) (sizeof(array) / sizeof((array)[0]))

enum { BMP_END = 0x10000, REPLACEMENT = 0xfffd };

/* A4 and the margins of GB/T 9704: what remains is 156 by 225 mm.  On its side
 * the page is turned with the binding edge on top. */
struct sheet {
	int width, height;
	int left, right, top, bottom;
	int foot; /* from the lower edge of the paper to the page number */
	int line; /* from one line to the next: 22 of them fill the height */
	int body; /* size of the letters, in half points */
	int cell; /* the same in tables */
};

static const struct sheet upright = {
	.width = 11906, .height = 16838,
	.left = 1588, .right = 1474, .top = 2098, .bottom = 1984,
	.foot = 1304, .line = 579, .body = 32, .cell = 24,
};

static const struct sheet on_its_side = {
	.width = 16838, .height = 11906,
	.left = 1984, .right = 2098, .top = 1588, .bottom = 1474,
	.foot = 794, .line = 401, .body = 24, .cell = 21,
};

enum {
	HALF_POINT = 10,   /* in twips */
	SQUEEZE = 5,       /* 28 characters of 16 points in 156 mm */
	CELL_GAP = 85,     /* between a cell's text and its border */
	TALL_ROW = 567,    /* 10 mm: room to sign */
	LINE_BEGIN = 3400, /* where the line to sign on begins and ends */
	LINE_END = 5400,
};

enum font {
	FANGSONG,
	XIAOBIAOSONG,
	HEITI,
	KAITI,
	SONGTI,
	FONT_N,
};

/* What stands in for a font that a computer does not have is its falt. */
static const struct {
	const char *name;
	const char *falt;
} fonts[FONT_N] = {
	[FANGSONG] = {"仿宋_GB2312", "仿宋"},
	[XIAOBIAOSONG] = {"方正小标宋简体", "华文中宋"},
	[HEITI] = {"黑体", "SimHei"},
	[KAITI] = {"楷体_GB2312", "楷体"},
	[SONGTI] = {"宋体", "SimSun"},
};

/* Without the indent of the body, on which every style stands. */
#define FLUSH "\\fi0\\cufi0"

/* Paragraph styles, under the names by which office programs know them. */
enum style {
	STYLE_BODY,
	STYLE_TITLE,
	STYLE_SUBTITLE,
	STYLE_HEADING,
	STYLE_SUBHEADING,
	STYLE_FACT,
	STYLE_SIGNATURE,
	STYLE_CELL,
	STYLE_FOOT,
	STYLE_N,
};

static const struct {
	const char *name;
	const char *form; /* of the paragraph */
	enum font font;
	int size; /* half points; 0: of the sheet's body, -1: of its cells */
} styles[STYLE_N] = {
	[STYLE_BODY] = {"Normal", "\\qj\\fi640\\cufi200", FANGSONG, 0},
	[STYLE_TITLE] = {"Title", FLUSH "\\qc\\keepn\\sa290", XIAOBIAOSONG, 44},
	[STYLE_SUBTITLE] = {"Subtitle", FLUSH "\\qc\\sa145", KAITI, 32},
	[STYLE_HEADING] = {"heading 1",
		"\\ql\\keepn\\outlinelevel0\\fi640\\cufi200", HEITI, 0},
	[STYLE_SUBHEADING] = {"heading 2",
		"\\ql\\keepn\\outlinelevel1\\fi640\\cufi200", KAITI, 0},
	[STYLE_FACT] = {"List", FLUSH "\\ql", FANGSONG, 0},
	[STYLE_SIGNATURE] = {"Signature", FLUSH "\\ql\\keep", FANGSONG, 0},
	[STYLE_CELL] = {"Table Text", FLUSH "\\ql", FANGSONG, -1},
	[STYLE_FOOT] = {"footer", FLUSH "\\ql", SONGTI, 28},
};

static const enum style style_of[PAPER_KIND_N] = {
	[PAPER_TITLE] = STYLE_TITLE,
	[PAPER_SUBTITLE] = STYLE_SUBTITLE,
	[PAPER_HEADING] = STYLE_HEADING,
	[PAPER_SUBHEADING] = STYLE_SUBHEADING,
	[PAPER_TEXT] = STYLE_BODY,
	[PAPER_FACT] = STYLE_FACT,
	[PAPER_SIGNATURE] = STYLE_SIGNATURE,
	[PAPER_TABLE] = STYLE_CELL,
	[PAPER_PAGE_BREAK] = STYLE_BODY,
};

struct writer {
	const struct paper *paper;
	const struct sheet *sheet;
	struct strbuf *out;
};

static void
add(struct writer *writer, const char *control)
{
	strbuf_add(writer->out, control);
}

/* A UTF-16 unit, as the signed number that RTF wants. */
static void
add_unit(struct writer *writer, unsigned unit)
{
	strbuf_addf(writer->out, "\\u%d?",
		unit < 0x8000 ? (int)unit : (int)unit - BMP_END);
}

/* One character: none can become a control word. */
static void
add_char(struct writer *writer, uint32_t c)
{
	if (c == '\\' || c == '{' || c == '}')
		strbuf_addf(writer->out, "\\%c", (char)c);
	else if (c == '\n')
		add(writer, "\\line ");
	else if (c == '\t')
		add(writer, "\\tab ");
	else if (c < 0x20 || c == 0x7f)
		add_unit(writer, REPLACEMENT);
	else if (c < 0x7f)
		strbuf_add_char(writer->out, (char)c);
	else if (c < BMP_END)
		add_unit(writer, c);
	else {
		add_unit(writer, 0xd800 + ((c - BMP_END) >> 10));
		add_unit(writer, 0xdc00 + ((c - BMP_END) & 0x3ff));
	}
}

static void
add_text_n(struct writer *writer, const char *s, size_t len)
{
	const char *end = s + len;
	size_t n;

	for (; s < end; s += n)
		add_char(writer, text_char(s, &n));
}

static void
add_text(struct writer *writer, const char *s)
{
	add_text_n(writer, s, strlen(s));
}

/* A font's name, in the bytes of its character set, as Word writes it. */
static void
add_font_name(struct writer *writer, const char *name)
{
	struct strbuf bytes = STRBUF_INIT;

	(void)enc_encode(ENC_GB18030, true, name, strlen(name), &bytes, NULL);
	for (size_t i = 0; i < bytes.len; i++)
		if ((unsigned char)bytes.s[i] < 0x80)
			strbuf_add_char(writer->out, bytes.s[i]);
		else
			strbuf_addf(writer->out, "\\'%02x",
				(unsigned char)bytes.s[i]);
	strbuf_clear(&bytes);
}

/* A font for every script: hanzi must not fall back to another. */
static void
add_font(struct writer *writer, enum font font)
{
	strbuf_addf(writer->out, "\\loch\\af%d\\hich\\af%d\\dbch\\af%d\\f%d",
		font, font, font, font);
}

static int
size_of(const struct writer *writer, enum style style)
{
	if (styles[style].size > 0)
		return styles[style].size;
	return styles[style].size == 0 ? writer->sheet->body
				       : writer->sheet->cell;
}

/* What a paragraph of the style looks like. */
static void
add_form(struct writer *writer, enum style style)
{
	int size = size_of(writer, style);

	strbuf_addf(writer->out, "\\s%d%s", style, styles[style].form);
	if (style == STYLE_BODY || style == STYLE_HEADING ||
		style == STYLE_SUBHEADING || style == STYLE_FACT ||
		style == STYLE_SIGNATURE)
		strbuf_addf(writer->out, "\\sl-%d\\slmult0",
			writer->sheet->line);
	add_font(writer, styles[style].font);
	strbuf_addf(writer->out, "\\fs%d\\expndtw-%d\\lang2052\\langfe2052",
		size, SQUEEZE);
}

static void
begin_paragraph(struct writer *writer, enum style style)
{
	add(writer, "\\pard\\plain");
	add_form(writer, style);
	add(writer, " ");
}

static void
end_paragraph(struct writer *writer)
{
	add(writer, "\\par\n");
}

static void
add_tables_of_all(struct writer *writer)
{
	add(writer, "{\\fonttbl\n");
	for (size_t i = 0; i < FONT_N; i++) {
		strbuf_addf(writer->out, "{\\f%zu\\fnil\\fcharset134 ", i);
		add_font_name(writer, fonts[i].name);
		add(writer, "{\\*\\falt ");
		add_font_name(writer, fonts[i].falt);
		add(writer, "};}\n");
	}
	add(writer, "}\n{\\colortbl;\\red0\\green0\\blue0;}\n{\\stylesheet\n");
	for (size_t i = 0; i < STYLE_N; i++) {
		add(writer, "{");
		add_form(writer, (enum style)i);
		strbuf_addf(writer->out, " %s;}\n", styles[i].name);
	}
	add(writer, "}\n");
}

static int
type_width(const struct writer *writer)
{
	const struct sheet *sheet = writer->sheet;

	return sheet->width - sheet->left - sheet->right;
}

/* Above each page: the mark at the left, the words at the right. */
static void
add_head(struct writer *writer, const char *group)
{
	strbuf_addf(writer->out, "{\\%s", group);
	begin_paragraph(writer, STYLE_FOOT);
	strbuf_addf(writer->out, "\\tqr\\tx%d{", type_width(writer));
	add_font(writer, HEITI);
	add(writer, "\\fs32 ");
	add_text(writer, writer->paper->mark);
	add(writer, "}\\tab{\\fs21 ");
	add_text(writer, writer->paper->head);
	add(writer, "}");
	end_paragraph(writer);
	add(writer, "}\n");
}

static void
add_page_number(struct writer *writer)
{
	add_text(writer, "— ");
	add(writer, "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}");
	add_text(writer, " —");
}

static void
add_foot_words(struct writer *writer)
{
	add(writer, "{\\fs18 ");
	add_text(writer, writer->paper->foot);
	add(writer, "}");
}

/* Below each page: its number at the outer edge, one character in. */
static void
add_foot(struct writer *writer, const char *group, bool is_odd)
{
	int width = type_width(writer);
	int in = styles[STYLE_FOOT].size * HALF_POINT;

	strbuf_addf(writer->out, "{\\%s", group);
	begin_paragraph(writer, STYLE_FOOT);
	if (is_odd) {
		strbuf_addf(writer->out, "\\tqr\\tx%d ", width - in);
		add_foot_words(writer);
		add(writer, "\\tab ");
		add_page_number(writer);
	} else {
		strbuf_addf(writer->out, "\\li%d\\tqr\\tx%d ", in, width);
		add_page_number(writer);
		add(writer, "\\tab ");
		add_foot_words(writer);
	}
	end_paragraph(writer);
	add(writer, "}\n");
}

static void
add_sheet(struct writer *writer)
{
	const struct sheet *sheet = writer->sheet;
	const struct paper *paper = writer->paper;

	strbuf_addf(writer->out, "\\paperw%d\\paperh%d\\margl%d\\margr%d"
		"\\margt%d\\margb%d%s\\facingp\\widowctrl\n",
		sheet->width, sheet->height, sheet->left, sheet->right,
		sheet->top, sheet->bottom,
		paper->landscape ? "\\landscape" : "");
	strbuf_addf(writer->out, "\\sectd%s\\pgwsxn%d\\pghsxn%d\\footery%d"
		"\\headery%d\n", paper->landscape ? "\\lndscpsxn" : "",
		sheet->width, sheet->height, sheet->foot, sheet->top / 2);
	if (paper->mark[0] != '\0' || paper->head[0] != '\0') {
		add_head(writer, "headerr");
		add_head(writer, "headerl");
	}
	add_foot(writer, "footerr", true);
	add_foot(writer, "footerl", false);
}

/* How a row is cut into cells; heading: repeated on each page. */
static void
begin_row(struct writer *writer, const struct paper_block *table,
	bool is_heading)
{
	static const char borders[] =
		"\\clvertalc\\clbrdrt\\brdrs\\brdrw10\\clbrdrl\\brdrs\\brdrw10"
		"\\clbrdrb\\brdrs\\brdrw10\\clbrdrr\\brdrs\\brdrw10";
	int total = 0, right = 0;

	for (size_t i = 0; i < table->n_columns; i++)
		total += table->columns[i].width;
	strbuf_addf(writer->out, "\\trowd\\trgaph%d\\trleft0\\trkeep"
		"\\trpaddl%d\\trpaddfl3\\trpaddr%d\\trpaddfr3%s",
		CELL_GAP, CELL_GAP, CELL_GAP, is_heading ? "\\trhdr" : "");
	if (table->is_tall)
		strbuf_addf(writer->out, "\\trrh%d", TALL_ROW);
	for (size_t i = 0; i < table->n_columns; i++) {
		right += table->columns[i].width;
		strbuf_addf(writer->out, "%s\\cellx%d", borders,
			type_width(writer) * right / total);
	}
	add(writer, "\n");
}

static void
add_cell(struct writer *writer, const char *text, const char *place,
	enum font font)
{
	add(writer, "\\pard\\plain\\intbl");
	add_form(writer, STYLE_CELL);
	add(writer, place);
	if (font != styles[STYLE_CELL].font)
		add_font(writer, font);
	add(writer, " ");
	add_text(writer, text);
	add(writer, "\\cell\n");
}

static void
add_table(struct writer *writer, const struct paper_block *table)
{
	begin_row(writer, table, true);
	for (size_t i = 0; i < table->n_columns; i++)
		add_cell(writer, table->columns[i].word, "\\qc", HEITI);
	add(writer, "\\row\n");
	for (size_t row = 0; row < paper_n_rows(table); row++) {
		begin_row(writer, table, false);
		for (size_t i = 0; i < table->n_columns; i++)
			add_cell(writer, paper_cell(table, row, i),
				table->columns[i].right ? "\\qr" : "\\ql",
				styles[STYLE_CELL].font);
		add(writer, "\\row\n");
	}
	/* What follows is no longer in the table. */
	add(writer, "\\pard\\plain\\sl-120\\slmult0\\fs8\\par\n");
}

static void
add_fact(struct writer *writer, const struct paper_block *block)
{
	begin_paragraph(writer, STYLE_FACT);
	add(writer, "{");
	add_font(writer, HEITI);
	add(writer, " ");
	add_text(writer, block->label);
	add(writer, "}");
	add_text(writer, block->text);
	end_paragraph(writer);
}

/* A line that a tab draws, which stays as long as it is whatever is typed. */
static void
add_signature(struct writer *writer, const struct paper_block *block)
{
	add(writer, "\\pard\\plain");
	add_form(writer, STYLE_SIGNATURE);
	strbuf_addf(writer->out, "\\sb240\\tx%d\\tlul\\tx%d\\tqr\\tx%d ",
		LINE_BEGIN, LINE_END, type_width(writer));
	add_text(writer, block->text);
	add(writer, "\\tab\\tab\\tab ");
	add_text(writer, _("Date: ________"));
	end_paragraph(writer);
}

/* Each line of the text is a paragraph. */
static void
add_paragraphs(struct writer *writer, const struct paper_block *block)
{
	enum style style = style_of[block->kind];
	const char *s = block->text;

	for (;;) {
		size_t len = strcspn(s, "\n");

		begin_paragraph(writer, style);
		if (s == block->text)
			add_text(writer, block->number);
		add_text_n(writer, s, len);
		end_paragraph(writer);
		if (s[len] == '\0')
			return;
		s += len + 1;
	}
}

static void
add_block(struct writer *writer, const struct paper_block *block)
{
	switch (block->kind) {
	case PAPER_FACT:
		add_fact(writer, block);
		break;
	case PAPER_SIGNATURE:
		add_signature(writer, block);
		break;
	case PAPER_TABLE:
		add_table(writer, block);
		break;
	case PAPER_PAGE_BREAK:
		add(writer, "\\page\n");
		break;
	default:
		add_paragraphs(writer, block);
		break;
	}
}

void
paper_to_rtf(const struct paper *paper, struct strbuf *out)
{
	struct writer writer = {paper, paper->landscape ? &on_its_side
						       : &upright, out};

	add(&writer, "{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0\\deflang2052"
		"\\deflangfe2052\n");
	add_tables_of_all(&writer);
	add(&writer, "{\\info{\\title ");
	add_text(&writer, paper_title(paper));
	add(&writer, "}}\n");
	add_sheet(&writer);
	for (size_t i = 0; i < paper->n; i++)
		add_block(&writer, &paper->blocks[i]);
	add(&writer, "}\n");
}
