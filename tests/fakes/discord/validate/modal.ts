import { byType, differentCustomIds, textDisplay } from './components.ts';
import { all, type Check, type FieldError, jsonOf, list, optional, shape, text } from './fields.ts';
import { customId, labeledTextInput, labelInputs } from './inputs.ts';

const label = shape({
  label: text(1, 45),
  description: optional(text(1, 100)),
  component: byType(labelInputs),
});
const row = shape({ components: list(byType(new Map<unknown, Check>([[4, labeledTextInput]])), 1, 1) });
const parts = byType(
  new Map<unknown, Check>([
    [1, row],
    [10, textDisplay],
    [18, label],
  ]),
);

const modal = shape({
  custom_id: customId,
  title: text(1, 45),
  components: all(list(parts, 1, 5), differentCustomIds),
});

export function modalProblems(data: unknown): readonly FieldError[] {
  return modal(jsonOf(data), ['data']);
}
