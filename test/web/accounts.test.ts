import { expect, test } from 'vitest'
import { opensOnlyHere, opensOnlyInNetwork } from '../../web/accounts/reach.ts'

test.each(['127.0.0.1', '127.0.1.1', 'localhost', 'tientoi.localhost', '[::1]', '0.0.0.0'])(
  'a link at %s opens only on this computer',
  (host) => {
    expect(opensOnlyHere(`http://${host}:3000/link/x`)).toBe(true)
  },
)

test.each(['192.168.1.20', '10.127.0.1', 'tientoi.namdinh.gov.vn', 'localhost.vn', '[fd00::1]'])(
  'a link at %s opens elsewhere too',
  (host) => {
    expect(opensOnlyHere(`http://${host}:3000/link/x`)).toBe(false)
  },
)

test.each(['192.168.1.20', '10.127.0.1', '172.20.0.5', 'may-chu', 'may-chu.local', '[fd00::1]', '[fe80::1]'])(
  'a link at %s opens in the same network alone',
  (host) => {
    expect(opensOnlyInNetwork(`http://${host}:3000/lich`)).toBe(true)
  },
)

test.each(['localhost', '127.0.0.1', 'tientoi.namdinh.gov.vn', '103.21.148.7', '172.32.0.1', '[2001:ee0::1]'])(
  'a link at %s opens on this computer or everywhere',
  (host) => {
    expect(opensOnlyInNetwork(`http://${host}:3000/lich`)).toBe(false)
  },
)
