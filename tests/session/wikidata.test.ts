import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchWikidata } from '../../utils/session/wikidata.ts';

let server: Server;
let asked: URL[];
let answer: { readonly status: number; readonly body: string };

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: JSON.stringify({ search: [] }) };
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://wikidata.example'));
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.close();
});

const question = { name: 'Tô Lâm', lang: 'vi-VN' };

const ask = async (isAllowed = true) =>
  await searchWikidata(question, {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/api.php`,
    isAllowed: async () => await Promise.resolve(isAllowed),
  });

describe('searchWikidata', () => {
  it('sends the name and the language, and nothing else of the reader', async () => {
    await ask();
    expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
      {
        action: 'wbsearchentities',
        search: 'Tô Lâm',
        language: 'vi',
        uselang: 'vi',
        type: 'item',
        limit: '7',
        format: 'json',
        origin: '*',
      },
    ]);
  });

  it('answers names and descriptions, and nothing that is no entry', async () => {
    const search = [
      { id: 'Q10833777', label: 'Tô Lâm', description: 'chính khách\n Việt Nam' },
      { id: '../wiki/Evil', label: 'x' },
      { id: 'Q5' },
      null,
    ];
    answer = { status: 200, body: JSON.stringify({ search }) };
    expect(await ask()).toEqual([
      { id: 'Q10833777', label: 'Tô Lâm', description: 'chính khách Việt Nam' },
      { id: 'Q5', label: 'Q5', description: '' },
    ]);
  });

  it('asks nobody without the permission', async () => {
    await expect(ask(false)).rejects.toMatchObject({ code: 'lookupRefused' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['an error of the server', { status: 503, body: '' }],
    ['an answer that is no JSON', { status: 200, body: '<html>' }],
    ['an answer without a list', { status: 200, body: '{"error":{"code":"x"}}' }],
  ])('fails as a sentence after %s', async (_, wrong) => {
    answer = wrong;
    await expect(ask()).rejects.toMatchObject({ code: 'lookupFailed' });
  });

  it('fails as a sentence where there is no network', async () => {
    const failing = searchWikidata(question, {
      api: 'http://127.0.0.1:9/',
      isAllowed: async () => await Promise.resolve(true),
    });
    await expect(failing).rejects.toMatchObject({ code: 'lookupFailed' });
  });
});
