import { isObject, type JsonObject, textOf } from '../json.ts';
import type { SlackUpload } from '../records.ts';
import { invalidArguments, SlackRefusal } from '../refusal.ts';
import { conversationOf, requireWritable } from './conversation-of.ts';
import { jsonArg, type MethodCall, optionalText, type SlackMethod, textArg } from './method-call.ts';

/** Answers where to send the bytes: POST them there, raw or as the one part of a multipart form. */
export const getUploadUrl: SlackMethod = (call) => {
  const length = Number(call.args['length']);
  if (!Number.isInteger(length) || length < 1) throw invalidArguments('missing required field: length');
  const upload: SlackUpload = {
    fileId: call.state.nextId('F'),
    teamId: call.token.teamId,
    filename: textArg(call, 'filename'),
    altText: optionalText(call, 'alt_txt') ?? '',
    lengthBytes: length,
    bytes: new Uint8Array(),
    isComplete: false,
    title: '',
    channelId: null,
  };
  call.state.uploads.set(upload.fileId, upload);
  return { upload_url: `${call.state.url}/upload/v1/${upload.fileId}`, file_id: upload.fileId };
};

/** Every file must have come whole. With a channel, the app must be able to write there. */
export const completeUpload: SlackMethod = (call) => {
  const files = jsonArg(call, 'files');
  if (!Array.isArray(files) || files.length === 0) throw invalidArguments('missing required field: files');
  const channelId = optionalText(call, 'channel_id');
  if (channelId !== null) requireWritable(conversationOf(call, channelId), call);
  const uploads = files.map((file) => uploadOf(call, isObject(file) ? file : {}, channelId));
  for (const upload of uploads) call.state.uploads.set(upload.fileId, upload);
  return { files: uploads.map((upload) => fileJson(call, upload)) };
};

function uploadOf(call: MethodCall, file: JsonObject, channelId: string | null): SlackUpload {
  const upload = call.state.uploads.get(textOf(file['id']));
  if (!upload || upload.teamId !== call.token.teamId) throw new SlackRefusal('file_not_found');
  if (upload.bytes.length !== upload.lengthBytes) throw new SlackRefusal('file_upload_size_mismatch');
  return { ...upload, isComplete: true, title: textOf(file['title']) || upload.filename, channelId };
}

function fileJson(call: MethodCall, upload: SlackUpload): JsonObject {
  const { fileId, filename, title, teamId, bytes } = upload;
  return {
    id: fileId,
    name: filename,
    title,
    size: bytes.length,
    filetype: filename.split('.').at(-1) ?? '',
    mimetype: filename.endsWith('.png') ? 'image/png' : 'application/octet-stream',
    user: call.token.userId,
    url_private: `https://files.slack.com/files-pri/${teamId}-${fileId}/${fileId}/${filename}`,
    permalink: `https://${teamId.toLowerCase()}.slack.com/files/${call.token.userId}/${fileId}/${filename}`,
  };
}

export const filesInfo: SlackMethod = (call) => {
  const upload = call.state.uploads.get(textArg(call, 'file'));
  if (!upload?.isComplete || upload.teamId !== call.token.teamId) throw new SlackRefusal('file_not_found');
  return { file: fileJson(call, upload), comments: [] };
};
