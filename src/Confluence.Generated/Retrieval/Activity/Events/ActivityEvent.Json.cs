using System.Globalization;
using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Retrieval;

/// <content>The JSON form.</content>
public sealed partial class ActivityEvent
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    static ActivityEvent IJsonModel<ActivityEvent>.Read(ref Utf8JsonReader reader)
    {
        JsonElement json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An ActivityEvent is a JSON object.");
        }

        return new ActivityEvent
        {
            Kind = new ActivityKind(Text("kind") ?? throw new JsonException("The ActivityEvent lacks the member 'kind', which must be there.")),
            Key = Text("key") ?? throw new JsonException("The ActivityEvent lacks the member 'key', which must be there."),
            At = Text("at") is { } at ? Time(at) : null,
            ActorId = Text("actorId"),
            PageId = Text("pageId"),
            PageKind = Text("pageKind") is { } kind ? new PageKind(kind) : default,
            Title = Text("title"),
            SpaceId = Text("spaceId"),
            WebUrl = Text("webUrl") is { } url ? Address(url) : null,
            Version = (int?)Number("version"),
            IsMinorEdit = Flag("isMinorEdit"),
            ContributorIds = Member("contributorIds", JsonValueKind.Array) is { } contributors ? [.. contributors.EnumerateArray().Select(Contributor)] : null,
            Message = Text("message"),
            CommentId = Text("commentId"),
            ParentCommentId = Text("parentCommentId"),
            IsInline = Flag("isInline"),
            AttachmentId = Text("attachmentId"),
            FileName = Text("fileName"),
            TaskId = Text("taskId"),
            Views = Number("views"),
            Viewers = Number("viewers"),
            Gap = Text("gap") is { } gap ? new RetrievalGap(gap, Text("reason") ?? "not told") { ContentId = Text("pageId") } : null,
        };

        JsonElement? Member(string name, JsonValueKind kind) =>
            !json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == kind || (kind == JsonValueKind.True && value.ValueKind == JsonValueKind.False) ? value
            : throw new JsonException($"The member '{name}' of the ActivityEvent is of another type than it should be ({value.ValueKind}).");

        string? Text(string name) => Member(name, JsonValueKind.String)?.GetString();

        long? Number(string name) => Member(name, JsonValueKind.Number) is not { } number ? null
            : number.TryGetInt64(out long value) ? value : throw new JsonException($"The member '{name}' of the ActivityEvent is no whole number.");

        bool? Flag(string name) => Member(name, JsonValueKind.True)?.GetBoolean();

        static Uri Address(string text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address)
            ? address
            : throw new JsonException("The member 'webUrl' of the ActivityEvent is no address.");

        static string Contributor(JsonElement id) => id.ValueKind == JsonValueKind.String && id.GetString() is { } text
            ? text
            : throw new JsonException("The member 'contributorIds' of the ActivityEvent holds something that is no text.");

        static DateTimeOffset Time(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new JsonException("The member 'at' of the ActivityEvent is no time.");
    }

    void IJsonModel<ActivityEvent>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, Kind.Value);
        writer.WriteString("key"u8, Key);
        Text("at"u8, At?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        Text("actorId"u8, ActorId);
        Text("pageId"u8, PageId);
        Text("pageKind"u8, PageKind == default ? null : PageKind.Value);
        Text("title"u8, Title);
        Text("spaceId"u8, SpaceId);
        Text("webUrl"u8, WebUrl?.OriginalString);
        Number("version"u8, Version);
        Flag("isMinorEdit"u8, IsMinorEdit);
        if (ContributorIds is not null)
        {
            writer.WriteStartArray("contributorIds"u8);
            foreach (string contributor in ContributorIds)
            {
                writer.WriteStringValue(contributor);
            }

            writer.WriteEndArray();
        }

        Text("message"u8, Message);
        Text("commentId"u8, CommentId);
        Text("parentCommentId"u8, ParentCommentId);
        Flag("isInline"u8, IsInline);
        Text("attachmentId"u8, AttachmentId);
        Text("fileName"u8, FileName);
        Text("taskId"u8, TaskId);
        Number("views"u8, Views);
        Number("viewers"u8, Viewers);
        Text("gap"u8, Gap?.Subject);
        Text("reason"u8, Gap?.Reason);
        writer.WriteEndObject();

        void Text(ReadOnlySpan<byte> name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }

        void Number(ReadOnlySpan<byte> name, long? value)
        {
            if (value is { } number)
            {
                writer.WriteNumber(name, number);
            }
        }

        void Flag(ReadOnlySpan<byte> name, bool? value)
        {
            if (value is { } flag)
            {
                writer.WriteBoolean(name, flag);
            }
        }
    }
}
