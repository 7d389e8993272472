/**
 * Why a file is not taken over, each with the words the report gives for it.
 * The reader is the clerk or operator who ran the command.
 */
export const SKIP_REASONS = {
  'no-metadata': '没有找到文件信息（标题、发文机关等）',
  'no-agency': '没有写明发文机关',
  'empty-body': '没有正文',
  'cut-file': '文件不完整，后半部分缺失',
  'wrong-encoding': '文字编码无法识别',
  'too-large': '文件过大',
  'unknown-type': '不是可以导入的文件类型',
  'unsafe-path': '压缩包内的路径不安全',
  'damaged-archive': '压缩包已损坏，之后的文件无法读取',
  duplicate: '与本批的另一个文件重复',
  unreadable: '无法读取',
  'kept-by-hand': '已有同一索引号的文件，不是导入产生的，未改动',
  'write-failed': '写入时出错',
} as const;

/** What was taken over but deserves a look. */
export const WARNINGS = {
  'date-missing': '缺少日期',
  'date-mismatch': '日期前后不一致',
  'number-unusual': '发文字号不合规范，按原样保留',
  'theme-unknown': '主题分类不在目录内',
  'images-left-out': '文中的图片没有导入',
  'ends-abruptly': '正文结尾没有标点，可能不完整',
  'closing-missing': '没有施行日期等结尾条款，后半部分可能缺失',
  'articles-missing': '条文编号不连续，可能有缺漏',
  'table-missing': '提到的表格或附图没有内容',
  'decoded-by-evidence': '没有声明编码，按 GB18030 读取',
  'agency-assumed': '原文没有写明制定机关，按类别和地名推定',
} as const;

export type SkipReason = keyof typeof SKIP_REASONS;
export type WarningCode = keyof typeof WARNINGS;

export type Skip = { severity: 'skip'; code: SkipReason; detail?: string };
export type Warning = { severity: 'warning'; code: WarningCode; detail?: string };
export type Finding = Skip | Warning;

export const skip = (code: SkipReason, detail?: string): Skip => ({
  severity: 'skip',
  code,
  ...(detail === undefined ? {} : { detail }),
});

export const warning = (code: WarningCode, detail?: string): Warning => ({
  severity: 'warning',
  code,
  ...(detail === undefined ? {} : { detail }),
});

/** A parser's answer: a document with its warnings, or the one reason why there is none. */
export type Parsed<T> = { document: T; warnings: Warning[] } | { skip: Skip };
