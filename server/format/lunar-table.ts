// Written by test/support/write-lunar-table.ts; not to be changed by hand.

/** The lunar year that the table begins with, and its first day. */
export const firstLunarYear = 2018
export const firstLunarDay = '2018-02-16'

/** Five hexadecimal digits a year: 13 bits from the lowest say which of its months have 30 days, above them stands the leap month. */
export const lunarYears =
  '00e4a00c960992e0055600ab5055b2006d20cea5007250064b' +
  '0ac97004ab0055b06ada00b6a1775200b9200b250da4b00a4d' +
  '004ad0a95b005ad00baa05b5200d920fd2500d2500a550b4ad' +
  '004b6006b506daa00eca10e9200e9300d260ca5600a5b0055a' +
  '08ad500b550074a'
