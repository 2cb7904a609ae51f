"""WeasyPrint's turn in the document bench: documents_weasyprint.py <job> <data.json> <fonts> <out.pdf>

Prints invitations or the list from HTML, as Indico does; tells as JSON what its one run took.
"""
import html
import json
import sys
import time

from reportlab.graphics.barcode.qr import QrCodeWidget
from weasyprint import HTML

job, data_file, fonts, out = sys.argv[1:5]
rows = [{name: html.escape(value) for name, value in row.items()} for row in json.load(open(data_file, encoding="utf-8"))]
faces = "".join(
    f"@font-face {{ font-family: Tinos; font-weight: {weight}; font-style: {style}; src: url(file://{fonts}/{file}); }}"
    for weight, style, file in (
        (400, "normal", "400Regular/Tinos_400Regular.ttf"),
        (700, "normal", "700Bold/Tinos_700Bold.ttf"),
        (400, "italic", "400Regular_Italic/Tinos_400Regular_Italic.ttf"),
    )
)
base = faces + "body { font: 14pt Tinos; margin: 0 } td, th { vertical-align: top }"


def code(text):
    widget = QrCodeWidget(text)
    widget.qr.make()
    count = widget.qr.getModuleCount()
    cells = "".join(
        f"M{x} {y}h1v1h-1z" for y in range(count) for x in range(count) if widget.qr.isDark(y, x)
    )
    return f'<svg width="20mm" height="20mm" viewBox="0 0 {count} {count}"><path d="{cells}"/></svg>'


def invitations():
    style = base + """
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
section { break-after: page } .head td { width: 50%; text-align: center; font-size: 13pt }
h1 { font-size: 14pt; text-align: center } p { text-align: justify; text-indent: 12.7mm; margin: 6pt 0 0 }
"""
    pages = "".join(
        f"""<section><table class=head width="100%"><tr><td>UBND TỈNH NAM ĐỊNH<br><b>BAN TỔ CHỨC ĐẠI HỘI</b><br>Số: 57/GM-BTCĐH</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>Nam Định, ngày 28 tháng 8 năm 2020</i></td></tr></table>
<h1>GIẤY MỜI<br>Dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)</h1>
<p>Ban Tổ chức Đại hội Thi đua yêu nước lần thứ V trân trọng kính mời:</p><p><b>{row["address"]} {row["name"]}</b></p>
<p>{row["post"]}, {row["unit"]}</p><p>Tới dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025).</p>
<p>Chủ trì: Đoàn Chủ tịch Đại hội.</p><p>Thời gian: 07 giờ 00, thứ Tư, ngày 09 tháng 9 năm 2020.</p>
<p>Địa điểm: Nhà văn hóa Trung tâm tỉnh 3-2.</p><p>Đề nghị đại biểu mang theo giấy mời và có mặt trước 20 phút./.</p>
<table width="100%"><tr><td><b><i>Nơi nhận:</i></b><br>- Đại biểu theo danh sách;<br>- Lưu: VT.</td>
<td align=center><b>TM. BAN TỔ CHỨC<br>TRƯỞNG BAN<br><br><br><br>GIÁM ĐỐC SỞ NỘI VỤ<br>Nguyễn Văn An</b></td></tr></table>
{code(row["link"])}</section>"""
        for row in rows
    )
    return style, pages


def listing():
    style = base + """
@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; @top-center { content: "Trang " counter(page) "/" counter(pages) } }
table { border-collapse: collapse; width: 100%; font-size: 11pt } td, th { border: 0.5pt solid black; padding: 1pt 3pt }
"""
    head = ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Đoàn", "Thành phần"]
    names = ["name", "sex", "birthYear", "post", "unit", "delegation", "class"]
    lines = "".join(
        f"<tr><td>{number}</td>" + "".join(f"<td>{row[name]}</td>" for name in names) + "</tr>"
        for number, row in enumerate(rows, 1)
    )
    titles = "".join(f"<th>{title}</th>" for title in head)
    return style, f"<h1>DANH SÁCH TRÍCH NGANG ĐẠI BIỂU</h1><table><thead><tr>{titles}</tr></thead>{lines}</table>"


begun = time.perf_counter()
style, body = {"invitations": invitations, "list": listing}[job]()
HTML(string=f"<html lang=vi><style>{style}</style><body>{body}</body></html>").write_pdf(out)
print(json.dumps({"milliseconds": [(time.perf_counter() - begun) * 1000]}))
