/**
 * «05/CTr-BTCĐH»: a zero before numbers below 10 (NĐ 30/2020, Phụ lục I, II.3). A number that is typed with its symbol,
 * «45/BC-BTĐKT», has that one and not the template's. '' = no number yet.
 */
export const numberAndSymbol = (typed: string, templateSymbol: string): { number: string; symbol: string } => {
  const [number = '', ...symbolParts] = typed.split('/').map((part) => part.trim())
  return {
    number: /^\d$/.test(number) ? `0${number}` : number,
    symbol: symbolParts.join('/') || templateSymbol,
  }
}
