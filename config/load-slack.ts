import { Secret, type SlackConfig } from '../src/domain/config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { isWebAddress } from './setting-kinds.ts';
import { type VariableName, type Variables, variableProblem } from './variables.ts';

export interface SlackReading {
  /** `null` when Slack is off, or when there are problems. */
  readonly slack: SlackConfig | null;
  readonly problems: readonly ConfigProblem[];
}

const oauthNames = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'WIREWATCH_SECRET_KEY'] as const;
const alone = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL', ...oauthNames] as const;

/** 256 bits in Base64 have 44 characters, in hex 64; less than 32 is a password that somebody made up. */
const secretKeyMinChars = 32;

/** Slack is on when SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (installation by OAuth) is set. */
export function loadSlack(values: Variables): SlackReading {
  if (!values.SLACK_BOT_TOKEN && !values.SLACK_CLIENT_ID) {
    const problems = alone.filter((name) => values[name]).map(slackIsOff);
    return { slack: null, problems };
  }
  const problems = [
    ...prefixProblem(values, 'SLACK_BOT_TOKEN', 'xoxb-', 'OAuth & Permissions, Bot User OAuth Token'),
    ...prefixProblem(values, 'SLACK_APP_TOKEN', 'xapp-', 'Basic Information, App-Level Tokens'),
    ...addressProblem(values),
    ...connectionProblems(values),
    ...(values.SLACK_CLIENT_ID ? oauthProblems(values) : []),
  ];
  return { slack: problems.length > 0 ? null : build(values), problems };
}

function build(values: Variables): SlackConfig {
  const secret = (name: VariableName) => new Secret(values[name] ?? '');
  return {
    apiUrl: values.SLACK_API_URL ?? null,
    connection: values.SLACK_APP_TOKEN
      ? { kind: 'socket', appToken: secret('SLACK_APP_TOKEN') }
      : { kind: 'http', signingSecret: secret('SLACK_SIGNING_SECRET') },
    installation: values.SLACK_CLIENT_ID
      ? {
          kind: 'oauth',
          clientId: values.SLACK_CLIENT_ID,
          clientSecret: secret('SLACK_CLIENT_SECRET'),
          stateSecret: secret('SLACK_STATE_SECRET'),
          secretKey: secret('WIREWATCH_SECRET_KEY'),
        }
      : { kind: 'single', botToken: secret('SLACK_BOT_TOKEN') },
  };
}

function slackIsOff(name: VariableName): ConfigProblem {
  const problem = 'it is set, but Slack is off: neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set';
  return variableProblem(name, problem, `Set one of them too, or remove ${name}.`);
}

function prefixProblem(
  values: Variables,
  name: VariableName,
  prefix: string,
  place: string,
): readonly ConfigProblem[] {
  const value = values[name];
  if (!value || (value.startsWith(prefix) && !/\s/.test(value))) return [];
  const wayOut = `Copy it from your Slack app's settings: ${place}.`;
  return [variableProblem(name, `it must begin with ${prefix} and hold no spaces`, wayOut)];
}

function addressProblem(values: Variables): readonly ConfigProblem[] {
  const url = values.SLACK_API_URL;
  if (url === undefined || (isWebAddress(url) && url.endsWith('/'))) return [];
  const problem = 'it must be an http(s) address that ends with a slash';
  const wayOut = 'Write for example https://slack.com/api/, or remove it.';
  return [variableProblem('SLACK_API_URL', problem, wayOut, url)];
}

/** Socket Mode goes first where both ways are set: people copy all secrets of the app's page at once. */
function connectionProblems(values: Variables): readonly ConfigProblem[] {
  const key = values.SLACK_BOT_TOKEN ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID';
  if (values.SLACK_APP_TOKEN) return [];
  if (!values.SLACK_SIGNING_SECRET) {
    const problem = 'it is set, but the bot could not hear from Slack';
    const wayOut = 'Set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP mode).';
    return [variableProblem(key, problem, wayOut)];
  }
  if (values.PORT) return [];
  const problem = 'it asks for HTTP mode, but no PORT is set for Slack to call';
  return [
    variableProblem(
      'SLACK_SIGNING_SECRET',
      problem,
      'Set PORT, or set SLACK_APP_TOKEN for Socket Mode instead.',
    ),
  ];
}

/** HTTP mode without a port: said once, though the page that installs the app lacks it too. */
function lacksPortForEvents(values: Variables): boolean {
  return !values.SLACK_APP_TOKEN && values.SLACK_SIGNING_SECRET !== undefined && !values.PORT;
}

function oauthProblems(values: Variables): readonly ConfigProblem[] {
  const problems = oauthNames
    .filter((name) => !values[name])
    .map((name) => {
      const problem = 'it is missing, and installation by OAuth (SLACK_CLIENT_ID) needs it';
      return variableProblem(
        name,
        problem,
        `Set ${name}, or use SLACK_BOT_TOKEN instead of SLACK_CLIENT_ID.`,
      );
    });
  if (!values.PORT && !lacksPortForEvents(values)) {
    const problem = 'it is set, but no PORT is set, so that nobody could open the page that installs the app';
    problems.push(
      variableProblem(
        'SLACK_CLIENT_ID',
        problem,
        'Set PORT, or use SLACK_BOT_TOKEN instead of SLACK_CLIENT_ID.',
      ),
    );
  }
  const keyChars = values.WIREWATCH_SECRET_KEY?.length ?? secretKeyMinChars;
  if (keyChars < secretKeyMinChars) {
    const problem = `it must have at least ${secretKeyMinChars} characters`;
    problems.push(
      variableProblem('WIREWATCH_SECRET_KEY', problem, 'Make one with: openssl rand -base64 32.'),
    );
  }
  if (values.SLACK_BOT_TOKEN) {
    const problem = 'it is set, and SLACK_CLIENT_ID is set too';
    const wayOut = 'Keep SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID for many.';
    problems.push(variableProblem('SLACK_BOT_TOKEN', problem, wayOut));
  }
  return problems;
}
