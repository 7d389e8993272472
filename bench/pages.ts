import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { answers, freePort, type BenchPortal } from './server';

export type PageBench = {
  address: string;
  htmlBytes: number;
  htmlGzip: number;
  scripts: number;
  scriptBytes: number;
  scriptGzip: number;
  styleGzip: number;
};

export type RateBench = { name: string; perSecond: number | null; note?: string };

const PAGES = [
  '/',
  '/documents',
  '/documents/yifeng-2026-parking-measures',
  '/interpretations',
  '/search?q=营商环境',
  '/annual-reports',
  '/applications/new',
];
const WARM = '/documents/yifeng-2026-parking-measures';

/** What a visitor's browser has to fetch for each kind of page, without pictures. */
export async function benchWeights({ url }: BenchPortal): Promise<PageBench[]> {
  const results: PageBench[] = [];
  for (const address of PAGES) {
    const html = await text(url + encodeURI(address));
    // `nomodule` is for browsers of before 2017; a browser of today leaves it.
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src as string);
    const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
      ([, href]) => href as string,
    );
    const scriptTexts = await Promise.all([...new Set(scripts)].map((src) => text(url + src)));
    const styleTexts = await Promise.all([...new Set(styles)].map((href) => text(url + href)));
    results.push({
      address,
      htmlBytes: Buffer.byteLength(html),
      htmlGzip: gzipped(html),
      scripts: scriptTexts.length,
      scriptBytes: scriptTexts.reduce((sum, script) => sum + Buffer.byteLength(script), 0),
      scriptGzip: scriptTexts.reduce((sum, script) => sum + gzipped(script), 0),
      styleGzip: styleTexts.reduce((sum, style) => sum + gzipped(style), 0),
    });
  }
  return results;
}

/**
 * A warm document page from the portal, then the same bytes from nginx, by the same load: wrk with
 * one thread and 32 connections, on this machine, which also runs the servers.
 */
export async function benchRates(portal: BenchPortal, seconds = 10): Promise<RateBench[]> {
  if (!has('wrk')) return [{ name: 'wrk', perSecond: null, note: 'not installed: skipped' }];
  const html = await text(portal.url + WARM);
  const rates: RateBench[] = [
    { name: 'warm document page, next start', perSecond: wrk(portal.url + WARM, seconds) },
    {
      name: 'search page, next start',
      perSecond: wrk(`${portal.url}${encodeURI('/search?q=营商环境')}`, seconds),
    },
  ];
  if (!has('nginx')) {
    return [...rates, { name: 'nginx', perSecond: null, note: 'not installed: skipped' }];
  }
  const nginx = await serveWithNginx(portal.folder, html, portal.url);
  try {
    rates.push(
      {
        name: 'the same page, nginx proxy_cache in front of the portal',
        perSecond: wrk(`${nginx.url}/proxied${WARM}`, seconds),
      },
      {
        name: 'the same bytes, nginx static file',
        perSecond: wrk(`${nginx.url}/page.html`, seconds),
      },
    );
  } finally {
    nginx.stop();
  }
  return rates;
}

async function serveWithNginx(folder: string, html: string, upstream: string) {
  const base = path.join(folder, 'nginx');
  mkdirSync(path.join(base, 'html'), { recursive: true });
  writeFileSync(path.join(base, 'html/page.html'), html);
  const port = await freePort();
  const file = path.join(base, 'nginx.conf');
  writeFileSync(
    file,
    // As root, nginx would hand its work to an account that can't read this folder.
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${base}/nginx.pid; error_log ${base}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; types { text/html html; }
  client_body_temp_path ${base}/body; proxy_temp_path ${base}/proxy; fastcgi_temp_path ${base}/f;
  uwsgi_temp_path ${base}/u; scgi_temp_path ${base}/s;
  proxy_cache_path ${base}/cache keys_zone=pages:10m;
  server {
    listen 127.0.0.1:${port};
    root ${base}/html;
    location /proxied/ {
      proxy_pass ${upstream}/; proxy_cache pages; proxy_cache_valid 200 1m;
      proxy_ignore_headers Cache-Control Vary Set-Cookie;
    }
  }
}`,
  );
  const server = spawn('nginx', ['-c', file, '-p', base], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/page.html`);
  return { url, stop: () => server.kill('SIGTERM') };
}

function wrk(url: string, seconds: number): number {
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', `-d${seconds}s`, url], { encoding: 'utf8' });
  const errors = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
  if (errors) throw new Error(`${url}: ${errors[1]} answers were errors`);
  return Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0));
}

const has = (command: string): boolean => !spawnSync(command, ['-v'], { stdio: 'ignore' }).error;

const gzipped = (content: string): number => gzipSync(content).length;

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
