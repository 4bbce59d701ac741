using System.Text.Json;
using Confluence.Generated.Tests.Conventions;

namespace Confluence.Generated.Tests.Shapes;

/// <summary>The classes that have a shape, made of JSON.</summary>
internal static class Samples
{
    /// <summary>All that is known of content and comments; what a class does not know stands among its additional members.</summary>
    public const string Whole = """
        {"id":"7","key":"K","title":"Plan","status":"current","spaceId":"10","authorId":"ann","createdAt":"2026-01-02T03:04:05Z","parentId":"6","parentType":"folder",
         "version":{"number":3,"authorId":"bob","createdAt":"2026-01-03T00:00:00Z","message":"","minorEdit":false},
         "body":{"storage":{"value":"<p>Hm</p>","representation":"storage"},"raw":{"value":"r","representation":"raw"},"view":{"value":"v","representation":"view"}},
         "pageId":"1","blogPostId":"2","attachmentId":"3","customContentId":"4","parentCommentId":"5","resolutionStatus":"open",
         "_links":{"webui":"/x","base":"https://site.example/wiki"}}
        """;

    /// <summary>The classes that have a shape.</summary>
    public static IReadOnlyList<Type> Of<TShape>() => [.. Surface.Objects.Where(typeof(TShape).IsAssignableFrom)];

    public static TShape Read<TShape>(Type type, string json) =>
        Assert.IsAssignableFrom<TShape>(JsonSerializer.Deserialize(json, type) ?? throw new InvalidOperationException($"{type} became null."));
}
