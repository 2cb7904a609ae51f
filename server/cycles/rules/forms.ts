/** The forms of congress that the templates of a road propose, with their English names. */
export const formTwins: readonly [form: string, english: string][] = [
  ['Đại hội Thi đua yêu nước', 'Patriotic Emulation Congress'],
  ['Hội nghị điển hình tiên tiến', 'Conference of Exemplars'],
  ['Hội nghị tuyên dương điển hình tiên tiến', 'Conference in Honour of Exemplars'],
  ['Hội nghị biểu dương người tốt, việc tốt', 'Conference in Honour of Good People and Good Deeds'],
  [
    'Hội nghị biểu dương những người lao động giỏi, lao động sáng tạo',
    'Conference in Honour of Outstanding and Creative Workers',
  ],
  ['Đại hội Thi đua Quyết thắng', 'Determined to Win Emulation Congress'],
  ['Đại hội Thi đua Vì An ninh Tổ quốc', 'Emulation Congress for National Security'],
]

/** A map and no object: a form may be called anything, `constructor` too. */
const englishForms = new Map(formTwins.map(([form, english]) => [form.toLocaleLowerCase('vi'), english]))

/** The form's English name, however it is capitalized; undefined where it has none. */
export const englishForm = (form: string): string | undefined => englishForms.get(form.trim().toLocaleLowerCase('vi'))
