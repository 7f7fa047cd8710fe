/** A list of doubles that grows as a file is read, without a copy of every number on its way. */
import { MOST_NUMBERS, UnreadableData } from './dataReading';

export class GrowingNumbers {
  private room: Float64Array;
  length = 0;

  constructor(expected: number) {
    this.room = new Float64Array(Math.min(Math.max(expected, 1024), MOST_NUMBERS));
  }

  push(value: number): void {
    if (this.length === this.room.length) this.grow(this.length + 1);
    this.room[this.length++] = value;
  }

  pushAll(values: Float64Array): void {
    if (this.length + values.length > this.room.length) this.grow(this.length + values.length);
    this.room.set(values, this.length);
    this.length += values.length;
  }

  at(place: number): number {
    return this.room[place];
  }

  /** Takes the last numbers back. */
  shorten(length: number): void {
    this.length = length;
  }

  /** All of them; nothing may be added any more. */
  take(): Float64Array {
    return this.length === this.room.length ? this.room : this.room.slice(0, this.length);
  }

  private grow(least: number): void {
    if (least > MOST_NUMBERS)
      throw new UnreadableData(
        `it holds more than ${MOST_NUMBERS} numbers, which is the limit. Bind a part of the samples`,
      );
    const larger = new Float64Array(Math.min(MOST_NUMBERS, Math.max(least, 2 * this.room.length)));
    larger.set(this.room.subarray(0, this.length));
    this.room = larger;
  }
}
