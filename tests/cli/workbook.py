# What a workbook holds, by a reader that is not ours:
#	workbook.py FILE [ROW]
# the sheet's name, frozen cell, filter, and number of rows; then each cell of
# ROW (default 2) on a line with the type that the file gives it (s text, n
# number, d date), and how many formulas and how many _x0041_, written as such,
# there are.
import sys
import zipfile

import openpyxl

sheet = openpyxl.load_workbook(sys.argv[1]).active
print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.max_row)
row = int(sys.argv[2]) if len(sys.argv) > 2 else 2
for cell in sheet[row]:
    if cell.value is not None:
        print(cell.column_letter, cell.data_type, cell.value,
              cell.number_format)
with zipfile.ZipFile(sys.argv[1]) as parts:
    part = parts.read("xl/worksheets/sheet1.xml").decode()
    print("formulas", part.count("<f"))
    print("escaped", part.count("_x005F_x0041_"))
