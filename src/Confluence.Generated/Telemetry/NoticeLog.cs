using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Telemetry;

/// <summary>Logs notices about the future of operations, once for each operation and header: every answer repeats them.</summary>
internal sealed class NoticeLog(ILogger logger)
{
    private readonly ConcurrentDictionary<(ConfluenceOperation Operation, string Header), string> _told = new();

    public void Tell(ConfluenceNotice notice)
    {
        if (_told.TryAdd((notice.Operation, notice.Header), notice.Text))
        {
            CallLog.Notice(logger, notice.Operation.Id, notice.Header, notice.Text);
        }
    }
}
