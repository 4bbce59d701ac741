using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.Seam.Required;

/// <summary>What the documents demand of a request, the compiler demands of the caller, however deep it stands.</summary>
public sealed class RequiredMemberTests
{
    private static readonly Lazy<RequestWalk> s_v2 = new(() => Walk("v2"));
    private static readonly Lazy<RequestWalk> s_v1 = new(() => Walk("v1"));

    [Fact]
    public void Every_member_that_a_request_must_have_is_asked_for()
    {
        Assert.Empty(s_v2.Value.Missed);
        Assert.Empty(s_v1.Value.Missed);

        // Fewer would mean that the walk sees less than the documents have.
        Assert.InRange(s_v2.Value.Asked.Count, 50, int.MaxValue);
        Assert.InRange(s_v1.Value.Asked.Count, 120, int.MaxValue);
    }

    [Theory]
    [InlineData("SpacePermissionRequest.subject")]
    [InlineData("PermissionSubject.identifier")]
    [InlineData("SpacePermissionCustomContent.operations")]
    [InlineData("RetentionPeriod.units")]
    [InlineData("ConnectModules.modules")]
    [InlineData("LookAndFeelSelection.spaceKey")]
    [InlineData("LookAndFeel.header")]
    [InlineData("HeaderLookAndFeel.button")]
    [InlineData("AttachmentPropertiesUpdateRequest.version")]
    [InlineData("VersionInfo.number")]
    public void The_walk_sees_types_of_both_directions_and_members_that_may_be_null(string member) => Assert.Contains(member, s_v1.Value.Asked);

    private static RequestWalk Walk(string api)
    {
        RequestWalk walk = new(CommittedSpec.LoadWithNames().Single(document => document.Api == api));
        walk.Run();
        return walk;
    }
}
