import type { Words } from '../vi.ts'
import { grouped } from './grouped.ts'

/** Sentences for codes that only pages beyond the first are answered; the others stand in `errors.ts`. */
export const errorsBeyond: Words['errorsBeyond'] = {
  'paper-step-not-allowed': 'A paper that stands so cannot take this step. Please load the page again.',
  'paper-signed':
    'The paper is signed, so its contents are locked. Correct or replace it; before it is issued, send it back for changes.',
  'number-missing': 'The paper has no number. Enter it before it is issued.',
  'number-taken': 'Another paper of the series has this number.',
  'signer-not-known': 'It is not known who holds this post on the day of the paper. See the page of the leaders.',
  'series-in-use': 'The series gave numbers: whether it begins again each year stays.',
  'remark-not-own': 'Only who made a remark takes it back, while nobody has answered.',
  'too-many-remarks': 'This programme has too many remarks already.',
  'too-many-items': 'This session has too many items already.',
  'item-not-placed': 'This item lies in no session yet, so it cannot be timed.',
  'item-has-begun': 'This item was begun already, perhaps on another computer.',
  'item-not-begun': 'This item has not begun, so it cannot end.',
  'item-has-ended': 'This item was ended already, perhaps on another computer.',
  'tapped-before-others': 'A later time is written at another item. Please put the actual times right, then tap again.',
  'delegates-full': 'A list of people who attend holds at most 20,000. Please take rows out of the file and try again.',
  'field-not-asked':
    'The level of this congress does not ask for it, so it is not entered. What a level asks is chosen on the page of the road.',
  'list-full': 'A list holds at most 5,000 rows. Please take some out and try again.',
  'programme-not-empty': 'The programme has sessions already. Delete them first, or add sessions one by one.',
  'draft-moved': 'The programme was just changed or released. Nothing more was released; look again.',
  'nothing-to-take': 'The draft says the same already.',
  'nothing-to-release': 'There is nothing new to release.',
  'template-fault':
    'The paper’s template has a fault and cannot be printed. Ask an administrator to look at the templates.',
  'template-faulty':
    'The template has faults and cannot come into force. Mend the marked lines, or keep it as a draft.',
  'template-unchanged': 'It says the same as the last version: there is nothing to save.',
  'template-too-many': 'This template has 1,000 versions. Export it as a zip and begin anew.',
  'zip-broken': 'This is no .zip, or it is damaged or locked by a password.',
  'zip-without-templates':
    'This .zip holds no template. Please choose one that was exported from the page Templates of papers.',
  'zip-too-large': 'The zip holds too many files, or unpacks to far more than templates are.',
  'zip-unsafe': 'The zip holds paths that lead out of their folder, and is refused.',
  'not-a-spreadsheet': 'This file is not a spreadsheet. Choose an Excel file (.xlsx) or a CSV or TSV text file.',
  'spreadsheet-legacy': 'This file is of the old kind of Excel 97–2003 (.xls). Open it in Excel and save it as .xlsx.',
  'spreadsheet-foreign':
    'This spreadsheet is not of the kind .xlsx (perhaps .ods, .xlsb or a web page named .xls). Open it in Excel and save it as .xlsx.',
  'file-type-refused':
    'This kind of file is not taken: only PDF, PNG, JPEG and WebP pictures, Word (.docx) and Excel (.xlsx), judged by content and not by name.',
  'scan-type-refused': 'The scan is to be a PDF, JPEG or PNG. The file is something else, whatever its name says.',
  'file-with-macros': 'The document holds macros, so it is not taken. Save it as .docx or .xlsx without macros.',
  'picture-too-large': 'The picture has too many pixels. Scan it again at a lower resolution (300 dpi is enough).',
  'file-with-objects':
    'The document holds embedded files, objects (OLE) or programs and is not taken. Remove them or save it as a PDF.',
  'file-broken': 'The file is damaged, incomplete or locked. Open it, save it again and send it once more.',
  'file-empty': 'The file is empty.',
  'file-twice': 'This file is here already.',
  'too-many-files': 'At most 20 files are kept in one place. Remove some, or join the pages in one PDF.',
  'file-missing':
    'The content of the file is no longer on the server. Ask an administrator to look at the data folder.',
  'photo-type-refused': 'A photo must be a JPEG or PNG, by what the file holds, whatever it is called.',
  'photo-broken': 'The picture is damaged or did not come whole. Please choose another one.',
  'photo-too-many-pixels':
    'The picture has too many pixels (over 4 million). Please make it smaller and send it again.',
  'logo-type-refused': 'A logo is a PNG, JPEG or SVG picture, judged by its content and not by its name.',
  'logo-broken':
    'The picture is damaged, incomplete, or cannot be drawn. Open it in a program for pictures, save it as PNG and send it again.',
  'logo-empty':
    'Nothing is seen in the picture: it is transparent, or only points to another file. Save it as PNG and send it again.',
  'logo-too-many-bytes': 'The picture is larger than 10 MB. Make it smaller; a logo 1,200 pixels wide is sharp enough.',
  'logo-too-many-pixels':
    'The picture has too many pixels (more than 36 million). Make it smaller; a logo 1,200 pixels wide is sharp enough.',
  'form-type-refused': 'This is neither a Word document (.docx) nor an Excel workbook (.xlsx).',
  'form-legacy': 'The file is of Office 97–2003 (.doc, .xls). Open it and save it as .docx or .xlsx.',
  'form-locked': 'The file has a password. Remove it in Word or Excel and upload the file again.',
  'form-broken': 'What is inside the file is damaged. Open it in Word or Excel, save it and upload it again.',
  'form-unsafe': 'The file holds declarations that no document of Word or Excel needs, so it is refused.',
  'form-too-large': 'Unpacked, the file is far larger than a form. Keep only the part to be filled.',
  'form-fetches':
    'Opened, this file would fetch data from elsewhere or start a program, so it is not taken. Remove the data connection and save it.',
  'form-too-many-rows': 'The list has more than 50,000 rows, more than a form takes.',
  'form-faults': 'Some placeholders of the form are not right, so it cannot be filled. See each under Mark the form.',
  'form-without-marks': 'Nothing in the form is marked to be filled. Mark its cells first.',
  'word-document':
    'This is a Word document. Select the table in Word, press Ctrl+C and paste it into “Or paste from Excel or Word” below.',
  'spreadsheet-encrypted': 'The file is protected by a password. Remove the password in Excel and upload it again.',
  'spreadsheet-broken': 'The file is damaged or incomplete. Open it in Excel, save it again and retry.',
  'spreadsheet-unsafe': 'The file holds declarations that no spreadsheet needs, so it was refused.',
  'spreadsheet-too-large':
    'Unpacked, the file is far too large for a list. Keep only the sheet and the rows to import.',
  'too-many-rows': 'The file has too many rows: one import takes at most 25,000. Please split it into several files.',
  'heap-too-large':
    'Too many files, or too much when unpacked. At most 1,000 files are read at once; send them in parts.',
  'spreadsheet-empty': 'There is nothing in the file to import.',
  'text-encoding-unknown':
    'The Vietnamese letters of the file cannot be read (perhaps it uses TCVN3 or VNI). Save it as UTF-8 or as .xlsx.',
  'not-a-schedule': 'The file is neither a schedule.xml of frab or pentabarf nor an ICS calendar.',
  'schedule-foreign':
    'The XML is of another dialect: its days do not hold rooms with events as frab and pentabarf have them. Nothing was imported.',
  'schedule-empty': 'There is no event in the file.',
  'schedule-broken': 'The schedule is damaged or was not downloaded completely. Please download it again.',
  'schedule-unsafe': 'The file holds a DOCTYPE or entities that no schedule needs, so it is refused.',
  'schedule-encoding': 'The letters of the file are not in the encoding that it names. Please save it as UTF-8.',
  'schedule-too-large': 'The file is far larger than any schedule.',
  'schedule-too-many-events': 'A programme holds at most 5,000 items.',
  'too-many-sessions': 'A programme holds at most 500 sessions.',
  'import-of-other-congress':
    'The file was downloaded from the list of another congress. Please say first that it is meant for this one.',
  'import-changed':
    'The data has changed since the preview. Nothing was imported; look at the new preview and confirm again.',
  'import-columns-missing': 'A required column is missing. Choose the header row and the columns, then retry.',
  'nothing-to-print': 'The list of this paper is empty: there is nothing to print yet.',
  'no-seats':
    'No seat can be read yet. Enter them in the column Seat of the list People who attend, such as A12, B-07 or Row B seat 7.',
  'link-closed': 'This link opens nothing any more.',
  'last-day-past': 'The last day is over. Please choose today or later; to close links at once, revoke them.',
  'web-host-unreadable':
    'This is no address of a folder on the web. Please write it with http:// or https://, for example https://example.vn/delegates.',
  'no-open-links': 'Nobody of these has a link that opens. Please give links first.',
  'no-links-to-issue': 'Everybody has a link already, or is withdrawn.',
  'nothing-changed': 'Nothing changed since the last print: there is nothing to print again.',
  'sheet-beyond': 'The print does not have that sheet. Check the number of sheets.',
  'place-beyond': 'A sheet does not have that place. Check where to start.',
  'print-too-large': 'At most 60,000 copies are printed at once. Take fewer copies, or print in parts.',
  'print-running': 'Another print of this congress is being made. Wait for it, or stop it first.',
  'disk-full':
    'The disk of the server is full, so the print could not be kept. Nothing has changed; tell the administrator.',
  'both-attend': 'Both attend one congress. Tick that both parts become one, then merge again.',
  'parts-contradict': 'The two parts differ in presence or answer. Make them alike in the list, then merge.',
  'nothing-to-import': 'No row is new or changed, so there is nothing to import.',
  'role-held': 'Somebody has this role. Take the people out first, then remove the role.',
  'attends-already':
    'Somebody is on the list of this congress already, so nobody was added. Take them off your choice and add again.',
  'not-choosable':
    'Somebody is no longer on the list of a lower congress, so nobody was added. Look at the list as it stands now.',
  'delegate-not-listed': 'Only somebody who is on the list is replaced. Look at the column On the list.',
  'alternate-gone': 'This person is no longer on the list, or is on that of another congress. Choose again.',
  'alternate-listed': 'This person is a delegate already and no longer stands by. Choose somebody else.',
  'alternate-withdrawn': 'This person has withdrawn. Choose somebody else.',
  'unit-list-closed': 'The list was sent upwards and cannot be changed. Ask for a correction first.',
  'unit-list-open': 'The unit has the list: it can be changed right away.',
  'unit-list-empty': 'Nobody is on the list, so it cannot be sent.',
  'unit-list-above-maximum':
    'The list is above its quota, and the congress has no places beyond the quotas. Take people off it, or ask for a larger quota.',
  'unit-list-not-submitted': 'The unit has not sent its list, so it can be neither approved nor returned.',
  'unit-list-not-approved': 'The list is not approved, so there is no paper of it yet.',
  'unit-list-decided': 'Somebody else has just approved or returned this list. Look at how it stands now.',
  'unit-list-not-undone': 'A list that was sent or approved is not undone: whoever has it returns it.',
  'unit-not-succeeded': 'The unit has not ended, or the other one did not come in its place. See the page of units.',
  'unit-list-nothing-there': 'The unit has neither delegates, a quota nor a list to hand over.',
  'unit-list-both-sent': ({ name }) =>
    `Both units sent a list. Return the list of the former one first, then hand it to ${name}.`,
  'hall-without-seats': 'The hall has no seat yet, so it cannot be saved.',
  'hall-too-large': ({ seats, limit }) =>
    `The drawing has ${grouped(seats)} seats, or too many parts; a hall has ${grouped(limit)} seats at most.`,
  'hall-id-twice': ({ id }) => `Two parts of the drawing have the id «${id}».`,
  'halls-full': 'The venue has 50 halls already. Delete some first.',
  'seats-gone': ({ seats, more }) =>
    `Not in the drawing of the hall that the plan is in: ${[seats, more > 0 ? `${grouped(more)} ${more === 1 ? 'seat' : 'seats'}${seats ? ' more' : ''}` : ''].filter(Boolean).join(' and ')}. Nobody was moved; look at the map and choose again.`,
  'seated-not-listed':
    'Somebody is not on the list of delegates any more. Nobody was moved; look again and choose anew.',
  'seating-phase-gone': 'The plan has this part no more. Nobody was moved; choose another part.',
  'seats-not-told': 'The official plan was not released yet, so there is no seat to write into the list.',
  'seat-blocked': ({ seat }) => `Seat ${seat} is blocked: it is given to nobody.`,
  'seat-taken': ({ seat, first, second, phase }) =>
    `Seat ${seat} cannot be given to both ${first} and ${second}${phase === '' ? '' : ` in «${phase}»`}.`,
  'seating-plan-twice': ({ name }) => `Another plan is called «${name}».`,
  'seating-plans-full': 'The congress has 40 seating plans already. Delete some first.',
  'helper-in-wheelchair': ({ name }) =>
    `${name} uses a wheelchair and cannot at the same time accompany somebody else.`,
  'seat-rules-full': 'The congress has 500 requests on seats already. Remove some first.',
  'seating-empty': 'Nobody has a seat in the plan yet, so it cannot be released.',
  'group-twice': 'Another group has this name.',
  'group-sizes-crossed': 'The group is to have more people at least than at most.',
  'group-role-taken': 'Somebody else has this role in the group.',
  'quota-twice': 'This unit has a quota already.',
  'quota-below-approved': ({ name, which, wanted, approved }) =>
    `The approved list of ${name} has ${grouped(approved)} ${which === 'official' ? 'official delegates' : 'guests'}, so its quota cannot be lowered to ${grouped(wanted)}. Return the list first.`,
  'quota-above-maximum': ({ sum, maximum }) =>
    `The quotas would sum up to ${grouped(sum)}, ${grouped(sum - maximum)} more than the ${grouped(maximum)} that the congress may have. Lower another one, or raise the maximum first.`,
}
