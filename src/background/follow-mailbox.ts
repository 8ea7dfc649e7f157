import { readArrival, readMissed, type Missed } from "../app/follow/arrivals.ts";
import { followMoves } from "../app/follow/follow-moves.ts";
import {
  catchUp,
  noteLook,
  readAndRemember,
  readNewcomers,
  type FollowWorld,
} from "../app/follow/newcomers.ts";
import type { Places } from "../app/ports.ts";
import type { Reading } from "../app/read-message.ts";
import { onArrival, onStartup } from "../thunderbird/events.ts";
import { onCountChanged, onMoves, onNoJunk } from "../thunderbird/mailbox-events.ts";
import { WorkQueue } from "./work-queue.ts";

export interface Follower {
  /** Hears of each message that has just come. */
  readonly tell: (reading: Reading) => Promise<void>;
  /** A folder's number of messages changed. */
  readonly grown: (folderId: string) => Promise<void>;
  /** Another edition does the work. */
  readonly isResting: () => Promise<boolean>;
}

/** Keeps the record true while mail comes, goes and moves; to be called at the top level. */
export function followMailbox(
  follow: FollowWorld,
  places: Places,
  { tell, grown, isResting }: Follower,
): void {
  const { world } = follow;
  const all = new WorkQueue();
  const missed: Missed = new Map();
  const queue = {
    add: (work: () => Promise<unknown>): Promise<void> =>
      all.add(async () => {
        if (!(await isResting())) {
          await work();
        }
      }),
  };

  onArrival(async (message) => {
    await queue.add(async () => tell(await readArrival(message, world, missed)));
    const { folder } = message;
    if (folder !== null) {
      await queue.add(() => noteLook(folder.id, follow));
    }
  });

  onCountChanged(async ({ id, isSent }) => {
    if (isSent) {
      await queue.add(() => readNewcomers(id, follow));
    }
    await queue.add(() => grown(id));
  });

  onMoves((moves) =>
    queue.add(async () => {
      await readMissed(moves, world, missed);
      await followMoves(moves, { ...follow, places });
    }),
  );

  onNoJunk((message) => queue.add(() => readAndRemember(message, world)));

  onStartup(() => queue.add(() => catchUp(follow)));
}
