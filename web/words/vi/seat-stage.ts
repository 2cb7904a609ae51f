import { grouped } from './grouped.ts'

/** The parts of a meeting, and who comes on the stage in which order. */
export const stage = {
  open: 'Thứ tự lên sân khấu',
  heading: 'Thứ tự lên sân khấu',
  byHonours: 'Đang theo danh sách Khen thưởng: đợt trao và thứ tự ở đó.',
  byHand: 'Đang theo thứ tự sắp ở đây.',
  help: 'Mỗi đợt một dòng người, gọi lần lượt. Người được gọi ngồi cạnh lối đi theo đúng thứ tự này.',
  batch: (batch: number) => `Đợt ${grouped(batch)}`,
  empty: 'Chưa có ai. Chọn người nhận khen thưởng ở ô dưới.',
  addTo: (batch: number) => `Thêm người vào đợt ${grouped(batch)}`,
  addBatch: 'Thêm đợt',
  up: (name: string) => `Đưa ${name} lên trước`,
  down: (name: string) => `Đưa ${name} ra sau`,
  movedTo: (name: string, place: number) => `${name}: thứ ${grouped(place)}`,
  out: (name: string) => `Bỏ ${name} khỏi đợt`,
  useHonours: 'Theo danh sách Khen thưởng',
  saved: 'Đã lưu thứ tự lên sân khấu',
  fill: {
    open: 'Đưa người lên sân khấu',
    heading: 'Đưa người lên sân khấu',
    who: 'Ai lên sân khấu',
    all: 'Tất cả các đợt',
    help: (count: number) =>
      `${grouped(count)} người đứng lần lượt từ trái sang (nhìn từ hội trường), theo thứ tự gọi. Ai đang ở trên sân khấu giữ nguyên chỗ.`,
    tables: 'Đoàn Chủ tịch, Đoàn Thư ký',
    tablesHelp: (count: number) => `${grouped(count)} người vào bàn của mình trên sân khấu, người đứng đầu ngồi giữa.`,
    nobody: 'Chưa có ai trong danh sách khen thưởng là đại biểu dự.',
    noStage:
      'Sân khấu chưa có chỗ trống nào ngoài bàn Đoàn Chủ tịch và Thư ký. Hãy vẽ thêm hàng chỗ đứng trên sân khấu ở trang hội trường.',
    tooFew: (people: number, free: number) =>
      `Cần ${grouped(people)} chỗ mà sân khấu chỉ còn ${grouped(free)}. Hãy vẽ thêm chỗ trên sân khấu ở trang hội trường, hoặc xếp từng đợt.`,
    like: (phase: string) => `Như phần «${phase}»`,
    likeHelp: (count: number) =>
      `${grouped(count)} người vào đúng chỗ của họ ở phần ấy. Ai đang ở chỗ khác trên sân khấu giữ nguyên chỗ.`,
    likeNobody: 'Phần ấy chưa xếp ai.',
    toHall: 'Vẽ thêm chỗ ở trang hội trường',
    apply: 'Xếp lên sân khấu',
  },
  stays: {
    leaving: (count: number, phase: string) =>
      `${grouped(count)} người ngồi bàn trên sân khấu ở phần «${phase}» sang phần này lại về ghế dưới hội trường.`,
    keep: 'Giữ trên sân khấu',
    leave: 'Để vậy',
    done: (count: number) => `Đã giữ ${grouped(count)} người trên sân khấu`,
    check: (count: number, phase: string) => `Giữ ${grouped(count)} người ngồi bàn trên sân khấu như ở phần «${phase}»`,
  },
  phase: (name: string) => `Phần: ${name}`,
  phasesHelp: 'Các lúc có người đổi chỗ: Đoàn Chủ tịch lên sân khấu, trao tặng từng đợt, chụp ảnh',
  fromOpening: 'Chỗ này có từ khai mạc. Muốn bỏ, xin chuyển sang phần «Từ khai mạc».',
}
