/** The part of saxen that the readers of workbooks and schedules use; the package brings no types. */
declare module 'saxen' {
  type Attributes = Record<string, string>
  type Decode = (text: string) => string

  export class Parser {
    on(name: 'openTag', on: (element: string, attributes: () => Attributes, decode: Decode) => void): this
    on(name: 'closeTag', on: (element: string) => void): this
    on(name: 'text', on: (text: string, decode: Decode) => void): this
    on(name: 'cdata', on: (text: string) => void): this
    on(name: 'attention', on: (declaration: string) => void): this
    /** Lines count from 0. */
    on(name: 'error' | 'warn', on: (problem: Error, context: () => { line: number }) => void): this
    parse(xml: string): Error | undefined
    write(xml: string): this
    end(): Error | null
  }
}
