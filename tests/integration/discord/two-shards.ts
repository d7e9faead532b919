import { sampleGuild } from '../../fakes/discord/options.ts';

/** Its id puts it on the other shard than the sample guild. */
export const otherGuild = {
  ...sampleGuild,
  id: String(BigInt(sampleGuild.id) + (1n << 22n)),
  channels: [{ id: '400000000000000088' }],
};
