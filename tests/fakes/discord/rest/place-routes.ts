import { anyChannelObject, channelObject, directChannelObject, guildObject } from '../objects/channels.ts';
import { memberObject, roleObject, userObject } from '../objects/people.ts';
import { removeChannel, removeGuild } from '../remove.ts';
import { dispatch, type World } from '../world.ts';
import { refuse } from './api-error.ts';
import { guildOf, need, placeOf } from './places.ts';
import { idOf, noContent, ok, type RouteCall, type Routes } from './route.ts';
import { changeThread } from './thread-routes.ts';

const guildFor = (call: RouteCall) => guildOf(call.world, idOf(call, 'guild'), 'unknownGuild');

/** Channels, guilds, people. */
export const placeRoutes: Routes = {
  'GET /channels/:channel': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    return ok(anyChannelObject(call.world, place.id));
  },
  'PATCH /channels/:channel': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    if (place.kind === 'thread') return changeThread(call.world, place, call.body);
    // The bot changes nothing of a guild's channels: a fake of that would be used by nobody.
    need(call.world, place, 'ManageChannels');
    return ok(anyChannelObject(call.world, place.id));
  },
  'DELETE /channels/:channel': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    need(call.world, place, place.kind === 'thread' ? 'ManageThreads' : 'ManageChannels');
    const body = anyChannelObject(call.world, place.id);
    removeChannel(call.world, place.id);
    return ok(body);
  },
  'GET /guilds/:guild': (call) => ok(guildObject(call.world, guildFor(call))),
  'GET /guilds/:guild/channels': (call) => {
    const guild = guildFor(call);
    const channels = [...call.world.channels.values()].filter((channel) => channel.guildId === guild.id);
    return ok(channels.map((channel) => channelObject(call.world, channel)));
  },
  'GET /guilds/:guild/roles': (call) => ok([...guildFor(call).roles.values()].map(roleObject)),
  'GET /guilds/:guild/members/:user': (call) => {
    const member = guildFor(call).members.get(idOf(call, 'user'));
    if (!member) throw refuse('unknownMember');
    return ok(memberObject(call.world, member));
  },
  'GET /users/@me': (call) => ok(userObject(call.world, call.world.botId)),
  'GET /users/@me/guilds': (call) =>
    ok([...call.world.guilds.values()].map(({ id, name }) => ({ id, name, owner: false, permissions: '0' }))),
  'DELETE /users/@me/guilds/:guild': (call) => {
    removeGuild(call.world, guildFor(call).id);
    return noContent;
  },
  'GET /users/:user': (call) => {
    if (!call.world.people.has(idOf(call, 'user'))) throw refuse('unknownUser');
    return ok(userObject(call.world, idOf(call, 'user')));
  },
  'POST /users/@me/channels': openDirectChannel,
};

function openDirectChannel({ world, body }: RouteCall) {
  const userId = String(body['recipient_id']);
  if (userId === world.botId || !world.people.has(userId)) throw refuse('invalidRecipients');
  const known = directChannelOf(world, userId);
  if (known !== null) return ok(directChannelObject(world, known, userId));
  const id = world.newId();
  world.directChannels.set(id, userId);
  const channel = directChannelObject(world, id, userId);
  dispatch(world, 'CHANNEL_CREATE', null, channel);
  return ok(channel);
}

export function directChannelOf(world: World, userId: string): string | null {
  for (const [id, person] of world.directChannels) if (person === userId) return id;
  return null;
}
