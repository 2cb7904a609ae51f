import type {
  PackageOrder,
  PackagePlan,
  PrintedSeats,
  PrintHistory,
  PrintJob,
  PrintOrder,
  PrintPlan,
  PrintRows,
  Printer,
  Printers,
} from '../../server/prints/schema.ts'
import { getJson, write } from './request.ts'

type PrintLanguage = PrintOrder['language']

export const listPrints = (congressId: string) => getJson<PrintHistory>(`/api/congresses/${congressId}/prints`)
export const findPrintedSeats = (congressId: string) =>
  getJson<PrintedSeats>(`/api/congresses/${congressId}/printed-seats`)
export const listPrintRows = (congressId: string, kind: string, language: PrintLanguage) =>
  getJson<PrintRows>(`/api/congresses/${congressId}/papers/${kind}/rows`, { query: { language } })
export const planPrint = (congressId: string, body: PrintOrder) =>
  write<PrintPlan>('POST', `/api/congresses/${congressId}/print-plan`, { body })
export const startPrint = (congressId: string, body: PrintOrder) =>
  write<PrintJob>('POST', `/api/congresses/${congressId}/prints`, { body })
export const startPackage = (congressId: string, body: PackageOrder) =>
  write<PrintJob>('POST', `/api/congresses/${congressId}/package`, { body })
export const planPackage = (congressId: string, body: PackageOrder) =>
  write<PackagePlan>('POST', `/api/congresses/${congressId}/package-plan`, { body })
export const findPrintJob = (congressId: string) => getJson<PrintJob>(`/api/congresses/${congressId}/print-job`)
export const stopPrintJob = (congressId: string) =>
  write<PrintJob>('POST', `/api/congresses/${congressId}/print-job/stop`)
export const listPrinters = (congressId: string) => getJson<Printers>(`/api/congresses/${congressId}/printers`)
export const changePrinters = (congressId: string, body: Printers) =>
  write<Printers>('PUT', `/api/congresses/${congressId}/printers`, { body })

/** Address of a print as PDF, and of each of its papers or cards by itself. */
export const printPath = (id: string): string => `/api/prints/${id}/pdf`
export const singlesPath = (id: string): string => `/api/prints/${id}/zip`
/** Address of all papers that were printed together. */
export const packagePath = (id: string): string => `/api/print-packages/${id}/zip`
/** Address of the sheet that tells what a printer is off by. */
export const printerTestPath = ({ x, y }: Pick<Printer, 'x' | 'y'>, language: PrintLanguage): string =>
  `/api/printer-test?language=${language}&x=${x}&y=${y}`
