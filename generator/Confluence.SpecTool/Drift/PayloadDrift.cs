using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Audits;
using Confluence.SpecTool.Drift.Ends;
using Confluence.SpecTool.Drift.Findings;
using Confluence.SpecTool.Drift.Placing;
using Confluence.SpecTool.Drift.Recordings;
using Confluence.SpecTool.Drift.Report;
using Confluence.SpecTool.Drift.Walk;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift;

/// <summary>Holds recorded answers against the document of an API.</summary>
internal static class PayloadDrift
{
    /// <param name="documents">The documents, the one that is meant first.</param>
    /// <param name="set">The recorded answers.</param>
    /// <param name="audits">The reports of audits.</param>
    public static DriftReport Find(IReadOnlyList<DriftDocument> documents, RecordingSet set, IReadOnlyList<AuditSet> audits)
    {
        DriftDocument document = documents[0];
        var finder = new OperationFinder(document.Wire);
        OperationFinder[] others = [.. documents.Skip(1).Select(other => new OperationFinder(other.Wire))];
        var tally = new DriftTally(document.Wire, new ActionMaker(document.Wire), document.Overlays);
        var walk = new AnswerWalk(document.Wire);
        var calendar = new EndCalendar(document.Document, document.Wire);
        var placed = new List<PlacedAnswer>();
        var unplaced = new List<Recording>();
        int otherApi = 0;
        foreach (Recording recording in set.Recordings)
        {
            bool isOurs = recording.Api is null || recording.Api == document.Document.Api;
            if (isOurs && finder.Find(recording) is { } operation)
            {
                var answer = new PlacedAnswer(recording, operation);
                placed.Add(answer);
                Sighting sighting = walk.Walk(answer);
                foreach (AnnouncedEnd end in AnnouncedEnd.Read(recording.Headers))
                {
                    calendar.Add(operation, end);
                    sighting.Observations.AddRange(EndOf(operation, end));
                }

                sighting.Met.Add(operation.Node);
                tally.Add(answer, sighting);
            }
            else if (Array.Exists(others, other => other.Find(recording) is not null))
            {
                otherApi++;
            }
            else
            {
                unplaced.Add(recording);
            }
        }

        List<UnplacedAnswer> strangers = [.. audits.SelectMany(audit => AddAudit(document, audit, finder, tally, calendar))];
        return new DriftReport(document.Document.Api, tally.Findings())
        {
            Answers = placed.Count,
            Operations = placed.Select(answer => answer.Operation.Key).Distinct().Count(),
            OtherApi = otherApi,
            LeftOut = set.LeftOut,
            Audited = audits.Sum(audit => audit.Answers),
            Ends = calendar.Entries,
            Unplaced = [.. unplaced.Select(recording => new UnplacedAnswer(recording.Place, recording.Name ?? PathOnly(recording.Request ?? ""))), .. strangers],
        };
    }

    /// <summary>Adds what an audit found of this API.</summary>
    /// <returns>What the document has no place for.</returns>
    private static List<UnplacedAnswer> AddAudit(DriftDocument document, AuditSet audit, OperationFinder finder, DriftTally tally, EndCalendar calendar)
    {
        var strangers = new List<UnplacedAnswer>();
        var placing = new AuditPlacing(document.Wire);
        foreach (AuditedFinding finding in audit.Findings.Where(finding => finding.Api == document.Document.Api))
        {
            (int line, _) = finding.Node.Source.GetPosition(finding.Node.Start);
            string at = FormattableString.Invariant($"{audit.File}({line + 1},1)");
            IReadOnlyList<Observation> observations = placing.Of(finding);
            tally.Add(observations, [.. finding.Operations.Select(request => finder.FindRequest(request)?.Key ?? request)], audit.File, finding.Seen, finding.Of);
            if (observations.Count == 0)
            {
                strangers.Add(new UnplacedAnswer(at, finding.Member is null ? finding.Type : $"{finding.Type}.{finding.Member}"));
            }
        }

        foreach ((_, string name, AnnouncedEnd end) in audit.Ends.Where(end => end.Api == document.Document.Api))
        {
            if (finder.FindName(name) is not { } operation)
            {
                strangers.Add(new UnplacedAnswer(audit.File, name));
                continue;
            }

            calendar.Add(operation, end);
            tally.Add([.. EndOf(operation, end)], [operation.Key], audit.File, 1, 1);
        }

        return strangers;
    }

    /// <summary>An end is something new where the document does not deprecate the operation. A warning alone is none.</summary>
    private static IEnumerable<Observation> EndOf(WireOperation operation, AnnouncedEnd end) =>
        operation.Node.IsTrue("deprecated") || end.Header == "Warning"
            ? []
            : [new Observation(DriftKind.AnnouncedEnd, operation.Key, operation.Node, null, end.Date is { } date ? FormattableString.Invariant($"{end.Header}, {date:yyyy-MM-dd}") : end.Header, null)];

    /// <summary>The request without its query, and with ids left out: they may be somebody's.</summary>
    private static string PathOnly(string request) =>
        string.Join('/', request.Split('?', '#')[0].Split('/').Select(step => step.Any(char.IsAsciiDigit) && !IsVersion(step) || step.Contains('@', StringComparison.Ordinal) ? "*" : step));

    private static bool IsVersion(string step) => step is ['v', >= '1' and <= '9'];
}
