import { expect, it } from "vitest";
import { crc16, partitionOf } from "./keys.ts";

it("the partition is Redis Cluster's CRC16 of the office id", () => {
  expect(crc16("123456789")).toBe(0x31c3);
  expect(partitionOf("KZ-71-01")).toBe(crc16("KZ-71-01") % 16);
});
