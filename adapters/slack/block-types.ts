import type { RichTextBlock } from './rich-text.ts';

// The blocks and elements that we use, as docs.slack.dev/reference/block-kit describes them.

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export interface SlackOption {
  readonly text: PlainText;
  readonly value: string;
}

export interface SlackButton {
  readonly type: 'button';
  readonly text: PlainText;
  readonly action_id: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}

export interface StaticSelect {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly options: readonly SlackOption[];
  readonly initial_option?: SlackOption;
}

export type SlackInput =
  | Omit<StaticSelect, 'placeholder'>
  | {
      readonly type: 'external_select';
      readonly action_id: string;
      readonly min_query_length: 0;
      readonly initial_option?: SlackOption;
    }
  | {
      readonly type: 'conversations_select';
      readonly action_id: string;
      readonly filter: { readonly include: readonly string[]; readonly exclude_bot_users: true };
      readonly default_to_current_conversation?: true;
      readonly initial_conversation?: string;
    }
  | {
      readonly type: 'checkboxes';
      readonly action_id: string;
      readonly options: readonly SlackOption[];
      readonly initial_options?: readonly SlackOption[];
    }
  | {
      readonly type: 'plain_text_input';
      readonly action_id: string;
      readonly multiline: boolean;
      readonly max_length: number;
      readonly initial_value?: string;
    };

export interface InputBlock {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint: PlainText;
  readonly optional: boolean;
  readonly element: SlackInput;
}

interface FeedbackSide {
  readonly text: PlainText;
  readonly value: string;
}

export interface FeedbackBlock {
  readonly type: 'context_actions';
  readonly elements: readonly [
    {
      readonly type: 'feedback_buttons';
      readonly action_id: string;
      readonly positive_button: FeedbackSide;
      readonly negative_button: FeedbackSide;
    },
  ];
}

export type SlackBlock =
  | FeedbackBlock
  | RichTextBlock
  | InputBlock
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'context'; readonly elements: readonly PlainText[] }
  | { readonly type: 'actions'; readonly elements: readonly (SlackButton | StaticSelect)[] }
  | { readonly type: 'divider' };

/** Body of chat.postMessage without its channel. */
export type SlackPayload = Readonly<Record<string, unknown>> & {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
};

/** A window over Slack, as views.open, views.push and views.update take it. */
export interface SlackModal {
  readonly type: 'modal';
  readonly title: PlainText;
  readonly close: PlainText;
  readonly submit?: PlainText;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly SlackBlock[];
}
