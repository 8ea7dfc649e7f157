/** What Thunderbird 153 offers and @types/thunderbird-webext-browser does not know yet. */
declare namespace messenger {
  namespace scripting.messageDisplay {
    interface Script {
      readonly id: string;
      readonly js?: string[];
      readonly css?: string[];
    }

    function registerScripts(scripts: Script[]): Promise<void>;
    function unregisterScripts(filter?: { ids?: string[] }): Promise<void>;
    function getRegisteredScripts(filter?: { ids?: string[] }): Promise<Script[]>;
  }

  namespace messageDisplayAction {
    function setBadgeTextColor(details: { tabId?: number; color: string | null }): Promise<void>;
  }

  namespace messages {
    function _delete(
      messageIds: readonly number[],
      options: { readonly deletePermanently: boolean },
    ): Promise<void>;
    export { _delete as delete, query };

    function query(queryInfo: {
      readonly folderId: readonly string[];
      readonly headerMessageId?: string;
      readonly fromDate?: Date;
      readonly messagesPerPage?: number;
    }): Promise<MessageList>;
  }
}
