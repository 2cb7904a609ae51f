import { seatingKinds, mostPhases, type SeatingKind } from '../schema.ts'

/** A name as it is proposed: Vietnamese, and as it is read in English. */
export type UsualName = readonly [name: string, english: string]

/** What a plan is called first, by what it is for. */
export const planNames: Readonly<Record<SeatingKind, UsualName>> = {
  official: ['Chính thức', 'Official'],
  rehearsal: ['Tổng duyệt', 'Full rehearsal'],
  reception: ['Chiêu đãi, gặp mặt', 'Reception'],
}

export const presidiumPhase: UsualName = ['Đoàn Chủ tịch lên sân khấu', 'Presidium on stage']
export const photographPhase: UsualName = ['Chụp ảnh lưu niệm', 'Photograph']

/** `batch` counts from 1. */
export const batchPhase = (batch: number): UsualName => [`Đợt ${String(batch)}`, `Batch ${String(batch)}`]

export const seatingTwins: readonly UsualName[] = [
  ...seatingKinds.map((kind) => planNames[kind]),
  ...[presidiumPhase, photographPhase],
  ...Array.from({ length: mostPhases }, (_nothing, place) => batchPhase(place + 1)),
]
