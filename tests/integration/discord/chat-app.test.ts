import { chatAppContract } from '../chat-app.contract.ts';
import { startDiscordDriver } from './discord-driver.ts';

chatAppContract('Discord', startDiscordDriver);
