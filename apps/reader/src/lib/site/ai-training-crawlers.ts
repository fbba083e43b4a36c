/**
 * Crawlers that collect texts to train language models, by the names they look for in robots.txt. Those that fetch a
 * page because a person asked, and those of search, are not among them. From the companies' own documents.
 */
export const aiTrainingCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'Google-Extended',
  'GPTBot',
  'ICC-Crawler',
  'ImagesiftBot',
  'img2dataset',
  'Meta-ExternalAgent',
  'omgili',
  'omgilibot',
  'PanguBot',
  'Timpibot',
  'VelenPublicWebCrawler',
  'Webzio-Extended',
] as const;
