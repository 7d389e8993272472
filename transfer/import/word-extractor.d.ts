declare module 'word-extractor' {
  class WordExtractor {
    extract(source: string | Buffer): Promise<{
      getBody: () => string;
      getFootnotes: () => string;
      getEndnotes: () => string;
      getTextboxes: () => string;
    }>;
  }
  export = WordExtractor;
}
