# A workbook as WPS saves it, through openpyxl: make_workbook.py KIND FILE
# good: a title over merged cells, a roster with dates as dates, a branch that
# stands once beside two members, and a second sheet; damaged: an ID number
# that was typed as a number; formula: one whose outcome is not in the file.
import datetime
import sys

import openpyxl

kind, path = sys.argv[1:]
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "花名册"
sheet.append(["党员花名册"])
sheet.merge_cells("A1:E1")
sheet.append(["姓名", "性别", "公民身份号码", "入党日期", "备注"])
sheet.append(["单晓红", "女", "159902197904033708",
              datetime.date(2003, 9, 27), "两人同组"])
sheet.append(["朱日和", "男", "15990319880926842X", "2012年7月", None])
sheet.merge_cells("E3:E4")
if kind == "damaged":
    sheet["C3"] = 159902197904033708
if kind == "formula":
    sheet["E3"] = "=1+1"
if kind == "good":
    book.create_sheet("空表")
    book.create_sheet("停用").append(["姓名"])
    book["停用"].sheet_state = "hidden"
    other = book.create_sheet("新党员")
    other.append(["姓名", "性别"])
    other.append(["𠮷红", "女"])
book.save(path)
