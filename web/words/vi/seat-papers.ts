import { grouped } from './grouped.ts'

/** The choice of all papers of seats. */
export const seatPapers = {
  heading: 'In giấy tờ chỗ ngồi',
  draft:
    'Phương án chưa công bố: các sơ đồ in theo phương án đang soạn; bảng ở cửa, biển tên in theo danh sách đại biểu.',
  released: (number: number) => `Mọi giấy tờ in theo bản ${grouped(number)} đã công bố.`,
  missing: (number: number, count: number) =>
    `Mọi giấy tờ in theo bản ${grouped(number)} đã công bố, chưa gồm ${grouped(count)} thay đổi chưa công bố.`,
  otherPlan: (name: string) => `Giấy tờ in theo phương án ${name}, không theo phương án đang xem.`,
  helps: {
    'seating-chart': 'Cả hội trường trên một tờ A4 đến A1, hoặc ghép từ các tờ A4.',
    'seating-chart-stage': 'Cho Đoàn Chủ tịch, người dẫn chương trình.',
    'seating-blocks': 'Mỗi khối ghế một hoặc vài tờ, đủ họ tên; thêm tờ cho mỗi phần có người lên sân khấu.',
    'seating-delegations': 'Mỗi trưởng đoàn một phiếu: chỗ của đoàn và danh sách ghế.',
    'door-list': 'Ai ngồi đâu, xếp theo tên, dán ở cửa.',
    'seat-card': 'Đặt trên bàn hoặc dán lưng ghế.',
    'table-tent': 'Gấp đôi, đọc được từ hai phía.',
  },
  look: 'Xem',
  lookAt: (title: string) => `Xem ${title}`,
  print: (title: string) => `In ${title}`,
  none: 'Chưa ai có ghế',
}
