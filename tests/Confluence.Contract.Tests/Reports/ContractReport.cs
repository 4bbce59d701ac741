using System.Globalization;
using System.Text;
using Confluence.Contract.Tests.Peers;
using Confluence.Contract.Tests.Runs;
using Confluence.Contract.Tests.Samples;

namespace Confluence.Contract.Tests.Reports;

/// <summary>Says in a page what was called, what matched and what did not.</summary>
internal static class ContractReport
{
    private static readonly string[] s_nothing = ["null", "0", "false"];

    public static string Of(ContractRun run)
    {
        StringBuilder text = new();
        AddCalling(text, run.Outcomes);
        AddPeers(text, run.Peers);
        return text.ToString();
    }

    private static void AddCalling(StringBuilder text, IReadOnlyCollection<OperationOutcome> outcomes)
    {
        Line(text, $"Calling, judged by Microsoft.OpenApi's reading of the documents:");
        foreach (IGrouping<string, OperationOutcome> api in outcomes.GroupBy(static outcome => outcome.Operation.Api))
        {
            Line(text, $"  {api.Key}: {api.Count()} operations called, {api.Count(static outcome => outcome.IsMatched)} matched; there are no exceptions");
        }

        Line(text, $"  {outcomes.Sum(static outcome => outcome.Requests)} requests as planned, {outcomes.Sum(static outcome => outcome.Options)} optional parameters set");
        Line(text, $"  {outcomes.Sum(static outcome => outcome.Singles)} calls with one optional parameter or member alone");
        int reading = outcomes.Count(static outcome => outcome.Payloads > 0);
        int paged = outcomes.Count(static outcome => outcome.Operation.Paging is not null);
        Line(text, $"  {outcomes.Sum(static outcome => outcome.Payloads)} payloads read, compared and written back, of {reading} operations, {paged} of them in two pages:");
        foreach (SampleStyle style in Enum.GetValues<SampleStyle>())
        {
            Line(text, $"    {outcomes.Sum(outcome => outcome.PayloadsOf.GetValueOrDefault(style))} {style}");
        }

        string[] untyped = [.. outcomes.SelectMany(static outcome => outcome.Untyped).Distinct().Order(StringComparer.Ordinal)];
        Line(text, $"  {untyped.Length} members of the documents are kept without a property: {string.Join(", ", untyped)}");
        foreach (OperationOutcome outcome in outcomes.Where(static outcome => !outcome.IsMatched))
        {
            Line(text, $"  NOT MATCHED {outcome.Operation}: {outcome.Problems.FirstOrDefault() ?? "no request arrived"}");
        }
    }

    private static void AddPeers(StringBuilder text, IReadOnlyCollection<PeerOutcome> peers)
    {
        PeerOutcome[] different = [.. peers.Where(static peer => peer.Differences.Count > 0)];
        Line(text, $"Calling, compared with NSwag's client:");
        Line(text, $"  {peers.Count} operations compared, {peers.Count - different.Length} agreed, {different.Length} excepted:");
        foreach (PeerOutcome peer in different)
        {
            string reason = PeerExceptions.All.TryGetValue(peer.Operation.ToString(), out PeerException? known) ? known.Reason : "UNEXPECTED";
            Line(text, $"    {peer.Operation}: {reason} ({string.Join("; ", peer.Differences)})");
        }

        PeerOutcome[] adding = [.. peers.Where(static peer => peer.Unasked.Count > 0)];
        Line(text, $"  NSwag cannot leave out what nobody set. In {adding.Length} operations it adds members, mostly null or 0. Those with a value of their own:");
        foreach (PeerOutcome peer in adding)
        {
            string[] values = [.. peer.Unasked.Where(static member => !s_nothing.Any(nothing => member.EndsWith($" = {nothing}", StringComparison.Ordinal)))];
            if (values.Length > 0)
            {
                Line(text, $"    {peer.Operation}: {string.Join(", ", values)}");
            }
        }

        Line(text, $"  NSwag's client could not read the answer of {peers.Count(static peer => peer.Unread.Count > 0)} operations, which is not judged here.");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
