/** An id of Discord's (docs.discord.com/developers/reference, "Snowflakes"). */
export const snowflake = /^\d{17,20}$/;
