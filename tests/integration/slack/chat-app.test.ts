import { chatAppContract } from '../chat-app.contract.ts';
import { startSlackDriver } from './slack-driver.ts';

chatAppContract('Slack', startSlackDriver);
