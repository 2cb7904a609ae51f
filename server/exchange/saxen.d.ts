/** The part of saxen that the reader of workbooks uses; the package brings no types. */
declare module 'saxen' {
  type Attributes = Record<string, string>
  type Decode = (text: string) => string

  export class Parser {
    on(name: 'openTag', on: (element: string, attributes: () => Attributes, decode: Decode) => void): this
    on(name: 'closeTag', on: (element: string) => void): this
    on(name: 'text', on: (text: string, decode: Decode) => void): this
    on(name: 'cdata', on: (text: string) => void): this
    on(name: 'attention', on: (declaration: string) => void): this
    on(name: 'error' | 'warn', on: (problem: Error) => void): this
    write(xml: string): this
    end(): Error | null
  }
}
