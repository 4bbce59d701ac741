using System.Runtime.CompilerServices;
using Confluence.Generated.Json;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Audit;

/// <summary>
/// One walk over the audit log. The log is listed by position, the latest record first, so each new record pushes the others back, and those that
/// slip over the edge of a portion come again at the start of the next: they are recognised there and left out.
/// </summary>
internal sealed class AuditWalk(ISiteClient client, AuditOptions options)
{
    public async IAsyncEnumerable<AuditRecord> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GetAuditRecordsOptions call = options.Each(new GetAuditRecordsOptions
        {
            StartDate = options.Since,
            EndDate = options.Until,
            SearchString = options.Text,
        });
        List<byte[]> before = [];
        await foreach (ResultPage<AuditRecord> page in client.V1.Audit.GetAuditRecordsAsync(call, cancellationToken).AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            List<byte[]> now = [.. page.Items.Select(static record => JsonOutput.Utf8(record, JsonItem.Model))];
            foreach (AuditRecord record in page.Items.Skip(Repeated(before, now)).Where(IsInPeriod))
            {
                yield return record;
            }

            before = now;
        }
    }

    /// <summary>How many records at the end of one portion stand again at the start of the next.</summary>
    private static int Repeated(List<byte[]> before, List<byte[]> now)
    {
        for (int count = Math.Min(before.Count, now.Count); count > 0; count--)
        {
            if (IsSame(before, before.Count - count, now, count))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool IsSame(List<byte[]> before, int from, List<byte[]> now, int count)
    {
        for (int index = 0; index < count; index++)
        {
            if (!before[from + index].AsSpan().SequenceEqual(now[index]))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the server takes the ends of the period as inside or outside is not told anywhere.
    private bool IsInPeriod(AuditRecord record) => record.CreationDateOrNull is not { } at
        || ((options.Since is not { } since || at >= since) && (options.Until is not { } until || at < until));
}
