using System.Globalization;
using System.Text.Json;
using Confluence.Generated.Retrieval;
using Confluence.Generated.Tests.Conventions;
using Confluence.Generated.Tests.Corpus;
using Confluence.Generated.Tests.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Shapes;

/// <summary>One method over all that is a comment, wherever it was read.</summary>
public sealed class CommentShapeTests
{
    private const string NoCorpus = "The corpus of recorded payloads does not lie beside this repository.";

    public static bool Exist => CorpusFiles.Exist;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Ten_classes_tell_what_they_have_and_null_for_the_rest()
    {
        IReadOnlyList<Type> classes = Samples.Of<IComment>();

        Assert.Equal(10, classes.Count);
        Assert.All(classes, static type =>
        {
            IComment comment = Samples.Read<IComment>(type, Samples.Whole);
            Assert.Equal("7 Plan: <p>Hm</p> (bob, version 3) at https://site.example/wiki/x", Print(comment));
            Assert.Equal(ContentStatus.Current, comment.Status);
            Assert.Equal(Expected(type, "PageId", "1"), comment.PageId);
            Assert.Equal(Expected(type, "BlogPostId", "2"), comment.BlogPostId);
            Assert.Equal(Expected(type, "AttachmentId", "3"), comment.AttachmentId);
            Assert.Equal(Expected(type, "CustomContentId", "4"), comment.CustomContentId);
            Assert.Equal(Expected(type, "ParentCommentId", "5"), comment.ParentCommentId);
            Assert.Equal(Expected(type, "ResolutionStatus", "open"), comment.ResolutionStatus?.Value);
        });

        static string? Expected(Type type, string member, string value) => type.GetProperty(member) is null ? null : value;
    }

    [Fact]
    public async Task Comments_of_a_sandbox_are_printed_by_one_method()
    {
        await using TestSite site = await TestSite.StartAsync();
        ActivityOptions options = new() { PageKinds = [PageKind.Page, PageKind.BlogPost], Sources = ActivitySources.Comments, CommentBody = BodyFormat.Storage };

        List<RetrievedComment> found = await site.Client.Retrieval.Activity.GetAsync(options, Token)
            .Where(static activity => activity.Comment is not null).Select(static activity => activity.Comment ?? throw new InvalidOperationException("It was there.")).ToListAsync(Token);
        List<IComment> comments = [.. found.Select(static comment => comment.Content ?? throw new InvalidOperationException("Nothing was read."))];
        string single = comments.First(static comment => comment is PageFooterComment).Id;
        comments.Add(await site.Client.Comments.GetFooterCommentByIdAsync(single, cancellationToken: Token));

        Assert.Equal(
            ["BlogPostFooterComment", "BlogPostInlineComment", "FooterComment", "FooterCommentReply", "InlineCommentReply", "PageFooterComment", "PageInlineComment"],
            comments.Select(static comment => comment.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(comments, static comment => Assert.Matches("^[0-9]+ Re: .+version [0-9]+\\) at ", Print(comment)));
        Assert.All(found, static comment => Assert.Equal(comment.Id, comment.Content?.Id));
        Assert.All(comments.Where(static comment => comment is FooterCommentReply or InlineCommentReply), static comment => Assert.NotNull(comment.ParentCommentId));
    }

    [Fact(SkipUnless = nameof(Exist), Skip = NoCorpus)]
    public async Task Recorded_comments_are_read_by_one_method()
    {
        HashSet<string> classes = [];
        foreach (CorpusFile file in CorpusFiles.Answers.Where(static file => file.Api == "v2" && file.OperationId.Contains("Comment", StringComparison.Ordinal)))
        {
            OperationMethod operation = Surface.Operations.Single(method => method.Operation.Api == file.Api && method.Operation.Id == file.OperationId);
            using StubClient client = new(System.Net.HttpStatusCode.OK, CorpusFiles.Read(file));
            object? result = await client.CallAsync(operation);
            IEnumerable<object?> items = result?.GetType().GetProperty("Items")?.GetValue(result) as IEnumerable<object?> ?? [result];
            foreach (IComment comment in items.OfType<IComment>())
            {
                classes.Add(comment.GetType().Name);
                Assert.Equal(JsonSerializer.Serialize(comment, comment.GetType()), JsonSerializer.Serialize(comment));
                Assert.True(file is { IsWhole: false } || Print(comment).Length > 0);
            }
        }

        Assert.InRange(classes.Count, 3, 10);
    }

    private static string Print(IComment comment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comment.Id} {comment.Title}: {comment.Body?.Storage?.Value} ({comment.Version.AuthorId}, version {comment.Version.Number}) at {comment.Links.GetWebUrl()}");
}
