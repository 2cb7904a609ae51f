import { foldForSearch } from '../../format/search.ts'

/**
 * Titles and honours that the report counts, as it writes them, with the ways in which lists write them. In the order in
 * which reports tell them; others that were typed follow.
 */
const titles: readonly [name: string, ...others: string[]][] = [
  ['Bà mẹ Việt Nam anh hùng', 'Mẹ Việt Nam anh hùng', 'BMVNAH', 'Mẹ VNAH', 'Bà mẹ VNAH'],
  [
    'Anh hùng Lực lượng vũ trang nhân dân',
    'Anh hùng LLVT nhân dân',
    'Anh hùng LLVTND',
    'Anh hùng Lực lượng vũ trang',
    'Anh hùng LLVT',
    'AHLLVT',
    'AHLLVTND',
  ],
  ['Anh hùng Lao động', 'Anh hùng lao động thời kỳ đổi mới', 'AHLĐ', 'AHLĐ thời kỳ đổi mới'],
  ['Nhà giáo nhân dân', 'NGND'],
  ['Nhà giáo ưu tú', 'NGƯT'],
  ['Thầy thuốc nhân dân', 'TTND'],
  ['Thầy thuốc ưu tú', 'TTƯT'],
  ['Nghệ sĩ nhân dân', 'Nghệ sỹ nhân dân', 'NSND'],
  ['Nghệ sĩ ưu tú', 'Nghệ sỹ ưu tú', 'NSƯT'],
  ['Nghệ nhân nhân dân', 'NNND'],
  ['Nghệ nhân ưu tú', 'NNƯT'],
  ['Chiến sĩ thi đua toàn quốc', 'Chiến sỹ thi đua toàn quốc', 'CSTĐTQ', 'CSTĐ toàn quốc'],
  ['Chiến sĩ thi đua cấp tỉnh', 'Chiến sỹ thi đua cấp tỉnh', 'CSTĐ cấp tỉnh', 'CSTĐ tỉnh'],
  ['Chiến sĩ thi đua cơ sở', 'Chiến sỹ thi đua cơ sở', 'CSTĐ cơ sở', 'CSTĐCS'],
]

const byWriting = new Map(
  titles.flatMap(([name, ...others]) => [name, ...others].map((each) => [foldForSearch(each), name])),
)

/** The name of a title, however a list writes it; one that is not known stays as it was typed. */
export const titleNamed = (typed: string): string => byWriting.get(foldForSearch(typed)) ?? typed

const places = new Map(titles.map(([name], at) => [name, at]))

/** Where a title stands among those that reports tell; the others come after them. */
export const placeOfTitle = (name: string): number => places.get(name) ?? titles.length
