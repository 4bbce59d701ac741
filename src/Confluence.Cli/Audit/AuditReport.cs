
namespace Confluence.Cli.Audit;

/// <summary>What an audit found.</summary>
/// <param name="Source">What was read.</param>
/// <param name="At">When.</param>
/// <param name="Answers">The number of answers that were looked at.</param>
/// <param name="Findings">What the answers had that the library does not know, or did not have that it promises.</param>
/// <param name="Announcements">The ends that headers announced, the first date first.</param>
/// <param name="NotRead">What could not be read.</param>
internal sealed record AuditReport(
    string Source, DateTimeOffset At, int Answers, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<AuditAnnouncement> Announcements, IReadOnlyList<AuditGap> NotRead)
{
    /// <summary>Gets what the command returns.</summary>
    public int ExitCode => Findings.Count + Announcements.Count > 0 ? Surroundings.ExitCode.Found : NotRead.Any(static gap => !gap.IsEmpty) ? Surroundings.ExitCode.Incomplete : Surroundings.ExitCode.Done;
}
