"""The table of codes: what each fault is called in English and Chinese, and what to do about it.

Families: R reading a file, S structure and ids, X references, W the witness and its emendations, T translation,
C conversion, I interface strings. A code is never reused for another fault.
"""

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.text import Bilingual


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault. `bad` and `good` are the shortest example of each, as an editor would write it."""

    id: str
    severity: Severity
    message: Bilingual
    hint: Bilingual
    bad: str
    good: str


def _error(code: str, en: str, zh: str, *, do_en: str, do_zh: str, bad: str, good: str) -> Code:
    return Code(code, Severity.ERROR, Bilingual(zh, en), Bilingual(do_zh, do_en), bad, good)


_TABLE = (
    # --- R: reading a file -------------------------------------------------------------------------------------
    _error(
        "R101",
        "The file {name} cannot be read: {reason}.",
        "无法读取文件 {name}：{reason}。",
        do_en="Put the file back, or correct its name where it is mentioned.",
        do_zh="请恢复该文件，或更正引用处的文件名。",
        bad="given_text: given-txt.txt",
        good="given_text: given-text.txt",
    ),
    _error(
        "R102",
        "The file is not UTF-8 text: byte {byte} on this line cannot be read.",
        "文件不是 UTF-8 编码：本行字节 {byte} 无法识读。",
        do_en="Save the file again with the encoding UTF-8.",
        do_zh="请以 UTF-8 编码重新保存文件。",
        bad="(a file saved as GB 18030 or UTF-16)",
        good="(the same file saved as UTF-8)",
    ),
    _error(
        "R103",
        "The character {char} ({name}) is not allowed here.",
        "此处不允许出现字符 {char}（{name}）。",
        do_en="Delete it. It is invisible or changes the direction of the text; retype the words if in doubt.",
        do_zh="请删除。该字符不可见或会改变文字方向；如有疑问，请重新输入相关文字。",
        bad="zh: 开放<U+202E>共享",
        good="zh: 开放共享",
    ),
    _error(
        "R104",
        "The file has {size} bytes; the limit is {limit}.",
        "文件大小为 {size} 字节，超过上限 {limit}。",
        do_en="Split it, or remove what does not belong there.",
        do_zh="请拆分文件，或删除无关内容。",
        bad="(a file of 3,000,000 bytes)",
        good="(the same content in several files)",
    ),
    _error(
        "R105",
        "This is not valid YAML: {problem}.",
        "YAML 语法有误：{problem}。",
        do_en="Check the indentation and the quotation marks on this line and the one before; "
        'text that contains ": " or " #" must stand in double quotes.',
        do_zh="请检查本行及上一行的缩进和引号；含有“: ”或“ #”的文字须置于英文双引号内。",
        bad="en: Note: see below",
        good='en: "Note: see below"',
    ),
    _error(
        "R106",
        "Anchors and aliases (& and *) are not allowed: {words}.",
        "不允许使用锚点和别名（& 与 *）：{words}。",
        do_en="Write the value out; put text that begins with & or * in double quotes.",
        do_zh="请写出完整内容；以 & 或 * 开头的文字请置于英文双引号内。",
        bad="en: &x Text",
        good="en: Text",
    ),
    _error(
        "R107",
        "Tags (!) are not allowed: {words}.",
        "不允许使用标签（!）：{words}。",
        do_en="Delete the tag; put text that begins with ! in double quotes.",
        do_zh="请删除标签；以 ! 开头的文字请置于英文双引号内。",
        bad="id: !!str 2.1",
        good="id: 2.1",
    ),
    _error(
        "R108",
        "The data is nested more than {limit} levels deep.",
        "数据嵌套超过 {limit} 层。",
        do_en="Check the brackets and the indentation.",
        do_zh="请检查括号和缩进。",
        bad="[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        good="[2.1, 2.2]",
    ),
    _error(
        "R109",
        "The key “{key}” stands twice; the first is on line {first}.",
        "键“{key}”重复；首次出现在第 {first} 行。",
        do_en="Keep one of the two.",
        do_zh="请保留其中一个。",
        bad="zh: 一\nzh: 二",
        good="zh: 一",
    ),
    _error(
        "R110",
        "Unknown key “{key}”. Known here: {known}.",
        "未知的键“{key}”。此处可用：{known}。",
        do_en="Correct the spelling{nearest}, or delete it.",
        do_zh="请更正拼写{nearest}，或删除。",
        bad="sentence:",
        good="sentences:",
    ),
    _error(
        "R111",
        "The key “{key}” is missing.",
        "缺少键“{key}”。",
        do_en="Add it at this level.",
        do_zh="请在此层级补上。",
        bad="- en: Text",
        good="- zh: 文字\n  en: Text",
    ),
    _error(
        "R112",
        "“{key}” must be {expected}, not {found}.",
        "“{key}”应为{expected_zh}，而不是{found_zh}。",
        do_en="Write it in that form.",
        do_zh="请改为相应形式。",
        bad="sections: 1.1",
        good="sections: [1.1]",
    ),
    _error(
        "R113",
        "“{key}” is empty.",
        "“{key}”为空。",
        do_en="Fill it in, or delete the key where it is optional.",
        do_zh="请填写；若非必填，可删除该键。",
        bad="zh:",
        good="zh: 文字",
    ),
    _error(
        "R114",
        "“{value}” is not a value of “{key}”. Allowed: {allowed}.",
        "“{value}”不是“{key}”的可用值。可用：{allowed}。",
        do_en="Use one of the allowed values{nearest}.",
        do_zh="请使用可用值之一{nearest}。",
        bad="certainty: sure",
        good="certainty: certain",
    ),
    _error(
        "R115",
        "“{value}” is not {expected}.",
        "“{value}”不是{expected_zh}。",
        do_en="Write it as in this example: {example}.",
        do_zh="请按此示例书写：{example}。",
        bad="adopted: 1 July 2015",
        good="adopted: 2015-07-01",
    ),
    _error(
        "R116",
        "The path “{path}” leads out of its folder.",
        "路径“{path}”超出所在文件夹。",
        do_en="Name a file that stands in the same folder; links to other places are not followed.",
        do_zh="请填写同一文件夹内的文件名；指向他处的链接不予跟随。",
        bad="given_text: ../../given-text.txt",
        good="given_text: given-text.txt",
    ),
    _error(
        "R117",
        "The file holds {count} YAML documents; it must hold one.",
        "文件含有 {count} 个 YAML 文档，应只有一个。",
        do_en="Remove the lines with --- or ..., or fill the empty file.",
        do_zh="请删除 --- 或 ... 分隔行；空文件请补充内容。",
        bad="id: a\n---\nid: b",
        good="id: a",
    ),
    # --- S: structure and ids ----------------------------------------------------------------------------------
    _error(
        "S201",
        "“{id}” is not the id of {kind}.",
        "“{id}”不是有效的{kind_zh}编号。",
        do_en="Ids look like this: {example}.",
        do_zh="编号格式示例：{example}。",
        bad="- id: 2.1.03",
        good="- id: 2.1.3",
    ),
    _error(
        "S202",
        "The id {id} stands twice; the first is in {first}.",
        "编号 {id} 重复；首次出现于 {first}。",
        do_en="Give one of the two its right id. An id that has been published never changes its meaning.",
        do_zh="请更正其中一个。已发布的编号不得改变含义。",
        bad="- id: 2.1.3\n- id: 2.1.3",
        good="- id: 2.1.3\n- id: 2.1.4",
    ),
    _error(
        "S203",
        "{id} is out of place: {expected} is expected here.",
        "{id} 的位置不对：此处应为 {expected}。",
        do_en="Clauses stand in the order of their numbers, without gaps, in the file of their section.",
        do_zh="条款应按编号顺序连续排列，并置于所属节的文件中。",
        bad="- id: 2.1.1\n- id: 2.1.3",
        good="- id: 2.1.1\n- id: 2.1.2",
    ),
    _error(
        "S204",
        "No file holds section {id}, which document.yml lists.",
        "document.yml 所列的第 {id} 节没有对应文件。",
        do_en="Add the file text/{id}-….yml, or take the section off the list.",
        do_zh="请添加文件 text/{id}-….yml，或从列表中删除该节。",
        bad="sections: [2.1, 2.2]   # but no file for 2.2",
        good="sections: [2.1]",
    ),
    _error(
        "S205",
        "Section {id} is in no part of document.yml.",
        "第 {id} 节未列入 document.yml 的任何部分。",
        do_en="List it under its part.",
        do_zh="请将其列入所属部分。",
        bad="section: 4.1",
        good="section: 2.1",
    ),
    _error(
        "S206",
        "{id} has no sentences.",
        "{id} 没有句子。",
        do_en="Give at least one sentence with zh.",
        do_zh="请至少填写一句中文（zh）。",
        bad="sentences: []",
        good="sentences:\n  - zh: 文字。",
    ),
    _error(
        "S207",
        "The file name says {named}, the content says {id}.",
        "文件名为 {named}，内容却为 {id}。",
        do_en="Rename the file, or correct the id.",
        do_zh="请重命名文件，或更正编号。",
        bad="text/2.2-x.yml with section: 2.1",
        good="text/2.01-x.yml with section: 2.1",
    ),
    # --- X: references -----------------------------------------------------------------------------------------
    _error(
        "X301",
        "The agency “{id}” is not in the register.",
        "机构“{id}”不在登记表中。",
        do_en="Use an id of source/registers/agencies.yml{nearest}, or add the agency there.",
        do_zh="请使用 source/registers/agencies.yml 中的编号{nearest}，或先登记该机构。",
        bad="lead: [nrdc]",
        good="lead: [ndrc]",
    ),
    _error(
        "X302",
        "The data does not say what the note says: the note gives {note}, the data {data}.",
        "数据与责任分工文字不符：文字为{note}，数据为{data}。",
        do_en="Make lead, joint_lead, with and open_ended agree with the Chinese note, in its order.",
        do_zh="请使 lead、joint_lead、with、open_ended 与中文文字及其次序一致。",
        bad="zh: 商务部、外交部等负责\nlead: [mfa]\nwith: [mofcom]",
        good="zh: 商务部、外交部等负责\nlead: [mofcom]\nwith: [mfa]",
    ),
    _error(
        "X303",
        "The responsibility rule names {clause}, whose note does not contain its words.",
        "责任规则所指的 {clause} 的责任分工中没有该文字。",
        do_en="Correct responsibility_rule in document.yml.",
        do_zh="请更正 document.yml 中的 responsibility_rule。",
        bad="responsibility_rule: {clause: 2.2.p1, words: 下同}",
        good="responsibility_rule: {clause: 2.1.p1, words: 下同}",
    ),
    _error(
        "X304",
        "The witness “{id}” is not in witnesses.yml.",
        "文本“{id}”不在 witnesses.yml 中。",
        do_en="Use an id of witnesses.yml{nearest}, or describe the witness there.",
        do_zh="请使用 witnesses.yml 中的编号{nearest}，或先在该处说明。",
        bad="witnesses: [W99]",
        good="witnesses: [W1]",
    ),
    _error(
        "X305",
        "{agency} has no source number {number}.",
        "{agency} 没有第 {number} 条来源。",
        do_en="Numbers count the entries of sources from 1; an unconfirmed fact has none.",
        do_zh="编号从 1 起按 sources 次序计；未确认的事实不填来源。",
        bad="sources: [7]",
        good="sources: [1]",
    ),
    # --- W: the witness and its emendations --------------------------------------------------------------------
    _error(
        "W401",
        "The place of emendation {id} is not found in {unit}: “{words}”.",
        "校改 {id} 的位置在 {unit} 中找不到：“{words}”。",
        do_en="before + adopted + after must stand in the line exactly so{nearest}.",
        do_zh="before + adopted + after 须与该行文字完全一致{nearest}。",
        bad="{unit: 2.8.p1, before: 大力, after: 电商}",
        good="{unit: 2.8.p1, before: 大力发展, after: 电商}",
    ),
    _error(
        "W402",
        "The place of emendation {id} occurs {count} times in {unit}: “{words}”.",
        "校改 {id} 的位置在 {unit} 中出现 {count} 次：“{words}”。",
        do_en="Lengthen before or after until the place is the only one.",
        do_zh="请加长 before 或 after，使位置唯一。",
        bad="{unit: 1.3.p1, before: 到}",
        good="{unit: 1.3.p1, before: 到, after: 2018年}",
    ),
    _error(
        "W403",
        "Emendations {id} and {other} overlap in {unit}.",
        "校改 {id} 与 {other} 在 {unit} 中重叠。",
        do_en="Describe the place with one record, or make both shorter.",
        do_zh="请用一条记录说明该处，或缩短两者的范围。",
        bad="two records for the same words",
        good="one record with the whole reading",
    ),
    _error(
        "W404",
        "Undoing the emendations does not give the given text. {unit} reads “{edition}”, "
        "the given text “{given}”.",
        "撤销全部校改后与给定文本不符。{unit} 作“{edition}”，给定文本作“{given}”。",
        do_en="Restore the words of the given text, or record the departure in emendations.yml with its evidence.",
        do_zh="请恢复给定文本的文字，或在 emendations.yml 中记录该处校改及依据。",
        bad="zh: 大力发展城市电商。   # no record",
        good="zh: 大力发展农村电商。   # emendation C4",
    ),
    # --- C: conversion -----------------------------------------------------------------------------------------
    _error(
        "C501",
        "The {locale} form “{form}” has {found} characters, “{source}” has {expected}.",
        "{locale} 写法“{form}”为 {found} 字，而“{source}”为 {expected} 字。",
        do_en="Conversion changes characters, not words: give one character for each.",
        do_zh="转换只换字形，不换用词：请逐字对应。",
        bad="source: 软件\ntw: 電腦軟體",
        good="source: 软件\ntw: 軟件",
    ),
    # --- P: print ----------------------------------------------------------------------------------------------
    _error(
        "P801",
        "The character {char} ({name}) is in none of the fonts of the printed edition {edition}.",
        "字符 {char}（{name}）不在印刷版 {edition} 的任何字体中。",
        do_en="Write it in another way; pictographs and rare variants cannot be printed.",
        do_zh="请改用其他写法；表情符号及罕用异体字无法印出。",
        bad="zh: 开放共享😀",
        good="zh: 开放共享",
    ),
    # --- I: interface strings ----------------------------------------------------------------------------------
    _error(
        "I601",
        "The interface string “{key}” is missing in {locale}.",
        "{locale} 缺少界面文字“{key}”。",
        do_en="Add it to source/interface/{locale}.yml.",
        do_zh="请补入 source/interface/{locale}.yml。",
        bad="(a key in en.yml only)",
        good="(the key in all four files)",
    ),
    _error(
        "I602",
        "The interface string “{key}” has other blanks in {locale} than in en: {found} instead of {expected}.",
        "{locale} 的界面文字“{key}”与英文的占位符不同：{found}，应为 {expected}。",
        do_en="Use the same names in braces in every language.",
        do_zh="各语言须使用相同的花括号名称。",
        bad="updated: Updated {day}",
        good="updated: Updated {date}",
    ),
)

CODES = {code.id: code for code in _TABLE}
