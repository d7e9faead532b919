import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderCommandAnswer } from '../../../../adapters/discord/render-command-answer.ts';
import { registrationsOf } from '../../../../adapters/discord/render-commands.ts';
import { formPages, renderForm } from '../../../../adapters/discord/render-form.ts';
import { createDiscordRenderer } from '../../../../adapters/discord/renderer.ts';
import { languages } from '../../../../src/domain/words/words.ts';
import { loadSchemaCheck } from '../../../fakes/discord/openapi-check.ts';
import { commandProblems } from '../../../fakes/discord/validate/commands.ts';
import { messageProblems } from '../../../fakes/discord/validate/message.ts';
import { modalProblems } from '../../../fakes/discord/validate/modal.ts';
import { answerProblems, discordProblems, discordText } from '../../../fakes/discord-checker.ts';
import { arbitraryDocument, arbitraryMentions, marksOf } from '../../../fixtures/arbitrary-documents.ts';
import { arbitraryAnswer, arbitraryDefinition, arbitraryForm, marksOfAnswer } from './arbitrary-answers.ts';

// Discord's own description of its API, where it is beside the checkout.
const messageCheck = loadSchemaCheck('MessageCreateRequest') ?? (() => []);
const modalCheck = loadSchemaCheck('ModalInteractionCallbackRequestData') ?? (() => []);
const commandCheck = loadSchemaCheck('ApplicationCommandUpdateRequest') ?? (() => []);

const layouts = ['components', 'embeds'] as const;
const language = fc.constantFrom(...languages);
const layout = fc.constantFrom(...layouts);
// Shrinking a document takes minutes; the seed alone finds it again.
const run = (numRuns: number) => ({ numRuns, seed: 20251122, endOnFailure: true });

test.each(layouts)(
  'keeps 1,000 documents as %s within all limits and loses no story of any',
  (chosen) => {
    const renderer = createDiscordRenderer({ layout: chosen });
    const property = fc.property(
      arbitraryDocument,
      arbitraryMentions,
      language,
      (document, mentions, spoken) => {
        const payloads = renderer.render(document, { key: 'k'.repeat(25), mentions, language: spoken });
        const shown = discordText(payloads);

        expect(payloads.flatMap(discordProblems)).toEqual([]);
        expect(payloads.flatMap((payload) => messageProblems(payload, null))).toEqual([]);
        expect(payloads.flatMap(messageCheck)).toEqual([]);
        expect(new Set(payloads.map(({ nonce }) => nonce)).size).toBe(payloads.length);
        expect(marksOf(document).filter((mark) => !shown.includes(mark))).toEqual([]);
      },
    );

    fc.assert(property, run(1_000));
  },
  180_000,
);

test('keeps answers of commands within all limits and loses no row of any', () => {
  const property = fc.property(arbitraryAnswer, language, layout, (answer, spoken, chosen) => {
    const payloads = renderCommandAnswer(answer, { language: spoken, layout: chosen });
    const shown = discordText(payloads);

    expect(payloads.flatMap(answerProblems)).toEqual([]);
    expect(payloads.flatMap((payload) => messageProblems(payload, null))).toEqual([]);
    expect(payloads.flatMap(messageCheck)).toEqual([]);
    expect(
      payloads.filter((payload) => 'nonce' in payload || JSON.stringify(payload).includes('"why:')),
    ).toEqual([]);
    expect(marksOfAnswer(answer).filter((mark) => !shown.includes(mark))).toEqual([]);
  });

  fc.assert(property, run(1_000));
}, 180_000);

test('makes modals that Discord takes of any form, with each option on one page', () => {
  const property = fc.property(arbitraryForm, language, (form, spoken) => {
    const modals = formPages(form).map((_, page) =>
      renderForm(form, { customId: 'form:1', language: spoken, page }),
    );

    expect(modals.flatMap(modalProblems)).toEqual([]);
    expect(modals.flatMap(modalCheck)).toEqual([]);
    const shown = modals.map((modal) => JSON.stringify(modal)).join();
    expect(form.definition.options.filter(({ name }) => !shown.includes(`"custom_id":"${name}"`))).toEqual(
      [],
    );
  });

  fc.assert(property, run(1_000));
}, 60_000);

test('registers commands that Discord takes, whatever the table', () => {
  const definitions = fc.uniqueArray(arbitraryDefinition, {
    ...{ minLength: 1, maxLength: 12 },
    selector: ({ name }) => name.split(' ')[0],
  });
  const property = fc.property(definitions, (table) => {
    const registrations = registrationsOf(table);

    expect(registrations.flatMap((command, index) => commandProblems(command, [index]))).toEqual([]);
    expect(registrations.map(withPermissionNumber).flatMap(commandCheck)).toEqual([]);
  });

  fc.assert(property, run(300));
}, 60_000);

/** The description calls the permissions a number; the documentation, and all clients, send them as a text. */
function withPermissionNumber(command: Readonly<Record<string, unknown>>) {
  const { default_member_permissions: permissions } = command;
  return {
    ...command,
    default_member_permissions: typeof permissions === 'string' ? Number(permissions) : null,
  };
}
