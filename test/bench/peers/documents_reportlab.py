"""ReportLab's turn in the document bench: documents_reportlab.py <job> <data.json> <fonts> <runs> <out.pdf>

Draws the same texts as the product with platypus, as pretix does; tells as JSON what each run took.
"""
import json
import sys
import time

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.graphics import renderPDF
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

job, data_file, fonts, runs, out = sys.argv[1:6]
rows = json.load(open(data_file, encoding="utf-8"))
for face, file in (
    ("Tinos", "400Regular/Tinos_400Regular.ttf"),
    ("Tinos-Bold", "700Bold/Tinos_700Bold.ttf"),
    ("Tinos-Italic", "400Regular_Italic/Tinos_400Regular_Italic.ttf"),
):
    pdfmetrics.registerFont(TTFont(face, f"{fonts}/{file}"))
pdfmetrics.registerFontFamily("Tinos", normal="Tinos", bold="Tinos-Bold", italic="Tinos-Italic", boldItalic="Tinos-Bold")

centred = ParagraphStyle("centred", fontName="Tinos", fontSize=13, leading=15, alignment=TA_CENTER)
bold = ParagraphStyle("bold", parent=centred, fontName="Tinos-Bold", fontSize=14, leading=16)
body = ParagraphStyle(
    "body", fontName="Tinos", fontSize=14, leading=16.1, alignment=TA_JUSTIFY, firstLineIndent=12.7 * mm, spaceBefore=6
)
small = ParagraphStyle("small", fontName="Tinos", fontSize=11, leading=12.6)
cell = ParagraphStyle("cell", fontName="Tinos", fontSize=11, leading=12.6)


class Qr(Flowable):
    def __init__(self, value, side):
        super().__init__()
        self.value, self.side, self.width, self.height = value, side, side, side

    def draw(self):
        draw_qr(self.canv, self.value, 0, 0, self.side)


def draw_qr(canv, value, x, y, side):
    widget = QrCodeWidget(value, barLevel="M", barBorder=0)
    left, bottom, right, top = widget.getBounds()
    drawing = Drawing(side, side, transform=[side / (right - left), 0, 0, side / (top - bottom), 0, 0])
    drawing.add(widget)
    renderPDF.draw(drawing, canv, x, y)


def invitations():
    document = SimpleDocTemplate(out, pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm)
    story = []
    for row in rows:
        head = Table(
            [[
                [Paragraph("UBND TỈNH NAM ĐỊNH", centred), Paragraph("BAN TỔ CHỨC ĐẠI HỘI THI ĐUA YÊU NƯỚC LẦN THỨ V", bold), Paragraph("Số: 57/GM-BTCĐH", centred)],
                [Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold), Paragraph("Độc lập - Tự do - Hạnh phúc", bold), Paragraph("<i>Nam Định, ngày 28 tháng 8 năm 2020</i>", centred)],
            ]],
            colWidths=[70 * mm, 95 * mm],
        )
        story += [
            head,
            Spacer(1, 16),
            Paragraph("GIẤY MỜI", bold),
            Paragraph("Dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)", bold),
            Paragraph("Ban Tổ chức Đại hội Thi đua yêu nước lần thứ V trân trọng kính mời:", body),
            Paragraph(f"<b>{row['address']} {row['name']}</b>", body),
            Paragraph(f"{row['post']}, {row['unit']}", body),
            Paragraph("Tới dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025).", body),
            Paragraph("Chủ trì: Đoàn Chủ tịch Đại hội.", body),
            Paragraph("Thời gian: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020.", body),
            Paragraph("Địa điểm: Nhà văn hóa Trung tâm tỉnh 3-2.", body),
            Paragraph("Đề nghị đại biểu mang theo giấy mời và có mặt trước 20 phút./.", body),
            Spacer(1, 12),
            Table(
                [[
                    [Paragraph("<b><i>Nơi nhận:</i></b>", small), Paragraph("- Đại biểu theo danh sách;", small), Paragraph("- Lưu: VT.", small)],
                    [Paragraph("TM. BAN TỔ CHỨC", bold), Paragraph("TRƯỞNG BAN", bold), Spacer(1, 72), Paragraph("GIÁM ĐỐC SỞ NỘI VỤ", bold), Paragraph("Nguyễn Văn An", bold)],
                ]],
                colWidths=[80 * mm, 85 * mm],
                style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
            ),
            Spacer(1, 12),
            Table([[Qr(row["link"], 20 * mm), Paragraph("Quét mã để xem chương trình, chỗ ngồi và tài liệu của đại biểu.", small)]], colWidths=[24 * mm, 70 * mm], hAlign="LEFT"),
            PageBreak(),
        ]
    document.build(story)


def listing():
    document = SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm)
    head = ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Đoàn", "Thành phần"]
    names = ["name", "sex", "birthYear", "post", "unit", "delegation", "class"]
    lines = [[Paragraph(f"<b>{title}</b>", cell) for title in head]]
    for number, row in enumerate(rows, 1):
        lines.append([Paragraph(str(number), cell)] + [Paragraph(row[name], cell) for name in names])
    shares = [14, 50, 16, 16, 50, 50, 36, 30]
    widths = [252 * mm * share / sum(shares) for share in shares]
    table = Table(lines, colWidths=widths, repeatRows=1, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))

    class Numbered(canvas.Canvas):
        """Keeps the pages until their number is known."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.kept = []

        def showPage(self):
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self):
            for page in self.kept:
                self.__dict__.update(page)
                self.setFont("Tinos", 14)
                self.drawCentredString(297 * mm / 2, 197 * mm, f"Trang {self._pageNumber}/{len(self.kept)}")
                super().showPage()
            super().save()

    document.build([Paragraph("DANH SÁCH TRÍCH NGANG ĐẠI BIỂU", bold), Spacer(1, 8), table], canvasmaker=Numbered)


def fitted(canv, text, face, size, least, x, y, width):
    while size > least and pdfmetrics.stringWidth(text, face, size) > width:
        size -= 0.5
    canv.setFont(face, size)
    canv.drawCentredString(x + width / 2, y, text)


def badges():
    canv = canvas.Canvas(out, pagesize=A4)
    for index, row in enumerate(rows):
        place = index % 8
        x = 11 * mm + (place % 2) * 96 * mm
        y = 297 * mm - 10.5 * mm - (place // 2 + 1) * 70 * mm + 4 * mm
        canv.setFillGray(0.9)
        canv.rect(x, y + 51 * mm, 92 * mm, 15 * mm, stroke=0, fill=1)
        canv.setFillGray(0)
        canv.rect(x, y, 92 * mm, 66 * mm, stroke=1, fill=0)
        fitted(canv, "ĐẠI HỘI THI ĐUA YÊU NƯỚC LẦN THỨ V", "Tinos-Bold", 12, 8, x + 4 * mm, y + 58 * mm, 84 * mm)
        fitted(canv, "Tỉnh Nam Định, 2020", "Tinos", 10, 8, x + 4 * mm, y + 53 * mm, 84 * mm)
        fitted(canv, row["name"], "Tinos-Bold", 24, 12, x + 4 * mm, y + 41 * mm, 84 * mm)
        fitted(canv, row["post"], "Tinos", 12, 7, x + 4 * mm, y + 29 * mm, 61 * mm)
        fitted(canv, row["unit"], "Tinos", 12, 7, x + 4 * mm, y + 23 * mm, 61 * mm)
        fitted(canv, row["class"].upper(), "Tinos-Bold", 16, 10, x + 4 * mm, y + 11 * mm, 58 * mm)
        fitted(canv, row["number"], "Tinos-Bold", 18, 10, x + 4 * mm, y + 4 * mm, 58 * mm)
        draw_qr(canv, row["link"], x + 68 * mm, y + 4 * mm, 21 * mm)
        if place == 7:
            canv.showPage()
    canv.save()


def chart():
    canv = canvas.Canvas(out, pagesize=landscape(A3))
    greys = [0.82, 0.95, 0.68, 0.9, 0.74, 0.86, 0.62, 0.78]
    order = {}
    xs = [float(row["x"]) for row in rows]
    ys = [float(row["y"]) for row in rows]
    scale = min(400 * mm / (max(xs) - min(xs) + 55), 210 * mm / (max(ys) - min(ys) + 55))
    side = 55 * scale * 0.86
    for row in rows:
        grey = greys[order.setdefault(row["delegation"], len(order)) % len(greys)]
        x, y = 10 * mm + float(row["x"]) * scale, 245 * mm - float(row["y"]) * scale
        canv.setFillGray(grey)
        canv.setLineWidth(0.4)
        canv.rect(x, y, side, side, stroke=1, fill=1)
        canv.setFillGray(0)
        fitted(canv, row["seat"], "Tinos-Bold", 9, 3, x, y + side * 0.55, side)
        fitted(canv, row["name"].split()[-1], "Tinos", 8, 3, x, y + side * 0.1, side)
    canv.setFont("Tinos-Bold", 16)
    canv.drawCentredString(210 * mm, 285 * mm, "SƠ ĐỒ CHỖ NGỒI")
    canv.save()


taken = []
for _ in range(int(runs)):
    begun = time.perf_counter()
    {"invitations": invitations, "list": listing, "badges": badges, "chart": chart}[job]()
    taken.append((time.perf_counter() - begun) * 1000)
print(json.dumps({"milliseconds": taken}))
