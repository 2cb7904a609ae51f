/**
 * Districts of Nam Định in 2020 (codes of the General Statistics Office). The two clusters and the names and seats of
 * the halls are invented: the real clusters of the province were not found.
 */
export const districts = [
  { code: '356', type: 'Thành phố', name: 'Nam Định', cluster: 1, hallSeats: 450 },
  { code: '358', type: 'Huyện', name: 'Mỹ Lộc', cluster: 1, hallSeats: 300 },
  { code: '359', type: 'Huyện', name: 'Vụ Bản', cluster: 1, hallSeats: 350 },
  { code: '360', type: 'Huyện', name: 'Ý Yên', cluster: 1, hallSeats: 400 },
  { code: '361', type: 'Huyện', name: 'Nghĩa Hưng', cluster: 2, hallSeats: 350 },
  { code: '362', type: 'Huyện', name: 'Nam Trực', cluster: 1, hallSeats: 350 },
  { code: '363', type: 'Huyện', name: 'Trực Ninh', cluster: 2, hallSeats: 350 },
  { code: '364', type: 'Huyện', name: 'Xuân Trường', cluster: 2, hallSeats: 350 },
  { code: '365', type: 'Huyện', name: 'Giao Thủy', cluster: 2, hallSeats: 350 },
  { code: '366', type: 'Huyện', name: 'Hải Hậu', cluster: 2, hallSeats: 400 },
] as const
export type DistrictCode = (typeof districts)[number]['code']

/**
 * Communes that ended between the lists of 1 January and 1 March 2020, with the commune that came after them. That the
 * lists differ so is sourced; the exact day, the successors and the resolution (858/NQ-UBTVQH14?) are not confirmed.
 * Nghĩa Thắng handed its code to Phúc Thắng, therefore it has none here.
 */
export const endedCommunes: readonly {
  code: string
  name: string
  district: DistrictCode
  successorCode: string
}[] = [
  { code: '13837', name: 'Yên Xá', district: '360', successorCode: '13795' },
  { code: '', name: 'Nghĩa Thắng', district: '361', successorCode: '13951' },
  { code: '13960', name: 'Nghĩa Phúc', district: '361', successorCode: '13951' },
  { code: '14278', name: 'Hải Toàn', district: '366', successorCode: '14284' },
]

/** Communes that began under a new name on the same day. */
export const begunCommuneCodes: readonly string[] = ['13951']

/** The last day of the old communes and the first of the new: between two lists, not confirmed. */
export const mergerDays = { lastOld: '2020-02-29', firstNew: '2020-03-01' }
