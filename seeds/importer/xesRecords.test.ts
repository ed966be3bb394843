import { expect, test } from "vitest";
import { xesRecords } from "./xesRecords.ts";

async function recordsOf(text: string, size = text.length) {
  async function* parts() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const found = [];
  for await (const records of xesRecords(parts(), "log.xes")) found.push(...records);
  return found;
}

const LOG = `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE log [ <!ENTITY x "a > b"> ]>
<!-- made by hand: <trace> in a comment is none -->
<x:log xmlns:x="http://www.xes-standard.org/" xes.version="1.0">
  <x:extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <x:global scope="event"><x:string key="concept:name" value="DEFAULT"/></x:global>
  <x:classifier name="Activity" keys="concept:name"/>
  <x:string key="origin" value="a &gt; b"/>
  <x:trace>
    <x:string key="concept:name" value='case "1" &amp; more'/>
    <x:int key="parts" value="3"><x:string key="unit" value="pages"/></x:int>
    <x:event>
      <x:string key="concept:name" value="Begin &#x49;&#73;"/>
      <x:date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/>
      <x:list key="who"><values><x:string key="first" value="A > B"/></values></x:list>
      <![CDATA[ <event> here is text ]]>
    </x:event>
    <x:event
      ><x:string
        key="concept:name" value="End"/></x:event>
  </x:trace>
  <x:trace><x:string key="concept:name" value="alone"/></x:trace>
</x:log>
`;

test("an event is a record with its own attributes, its trace's and the log's", async () => {
  const [begin, end, alone, ...more] = await recordsOf(LOG);
  const columns = [
    "concept:name",
    "case:concept:name",
    "case:parts",
    "case:parts/unit",
    "log:origin",
    "who/first",
    "no",
  ];
  const valuesOf = (record: typeof begin) => columns.map((column) => record?.value(column));
  expect(valuesOf(begin)).toEqual(["Begin II", 'case "1" & more', "3", "pages", "a > b", "A > B", ""]);
  expect(valuesOf(end)).toEqual(["End", 'case "1" & more', "3", "pages", "a > b", "", ""]);
  expect(valuesOf(alone)).toEqual(["", "alone", "", "", "a > b", "", ""]);
  expect(more).toEqual([]);
  expect([begin?.line, end?.line, alone?.line]).toEqual([12, 18, 22]);
});

test("it does not matter in what parts the text comes", async () => {
  const whole = await recordsOf(LOG);
  for (const size of [1, 2, 3, 7, 64]) {
    const parts = await recordsOf(LOG, size);
    expect(parts.map(({ line }) => line)).toEqual(whole.map(({ line }) => line));
    expect(parts.map((record) => record.value("concept:name"))).toEqual(["Begin II", "End", ""]);
  }
});

test.each([
  ["<html><p/></html>", "log.xes, line 1: is no XES log, it begins with <html>"],
  ["case,activity\n1,begin\n", "log.xes, line 1: text stands outside of any element; this is no XML"],
  ["<log>\n<trace>\n<event>\n", "log.xes, line 4: the file ends within <event>; it is cut off"],
  ["<log>\n<trace></log>", "log.xes, line 2: </log> closes <trace>; the file is damaged"],
  ['<log><string key="a" value="b & c"/></log>', "log.xes, line 1: & is no entity of XML; write &amp;"],
  ['<log>\n<string value="b"/></log>', 'log.xes, line 2: an attribute has no "key"'],
  ["<log><string key=a /></log>", "log.xes, line 1: an attribute of <string> is not written as"],
  ["<log/><log/>", "log.xes, line 1: a second root element begins"],
  ["", "log.xes: holds no XML element"],
])("%j is refused by its line", async (text, message) => {
  await expect(recordsOf(text)).rejects.toThrow(message);
});
