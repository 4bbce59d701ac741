namespace Confluence.Generator.Emit;

/// <summary>
/// The seam: every name of the runtime and the framework that generated code may write. A test greps the emitted
/// <c>global::</c> names against these, so that the seam stays as narrow as it reads here.
/// </summary>
internal static class Runtime
{
    private const string Root = "global::Confluence.Generated.";
    private const string Requests = Root + "Requests.";
    private const string Json = Root + "Json.";
    private const string ReadModifyWrite = Root + "ReadModifyWrite.";

    public const string Download = Root + "ConfluenceDownload";
    public const string FileUpload = Root + "FileUpload";
    public const string ListOptions = Root + "ConfluenceListOptions";
    public const string Operation = Root + "ConfluenceOperation";
    public const string Paged = Root + "Paged";
    public const string RequestOptions = Root + "ConfluenceRequestOptions";

    public const string MultipartForm = Requests + "MultipartForm";
    public const string PagingStyle = Root + "Operations.PagingStyle";
    public const string PathSegment = Requests + "PathSegment";
    public const string QueryBuilder = Requests + "QueryBuilder";
    public const string Request = Requests + "ConfluenceRequest";
    public const string RequestBody = Requests + "RequestBody";
    public const string Transport = Root + "Transport.ConfluenceTransport";

    public const string JsonConverter = Json + "JsonModelConverter";
    public const string JsonItem = Json + "JsonItem";
    public const string JsonModel = Json + "IJsonModel";
    public const string JsonShapeConverter = Json + "JsonShapeConverter";
    public const string JsonState = Json + "JsonModelState";
    public const string JsonText = Json + "JsonText";
    public const string JsonWritable = Json + "IJsonWritable";
    public const string OpenEnum = Json + "IOpenEnum";
    public const string OpenEnumConverter = Json + "OpenEnumConverter";

    public const string PublishedState = ReadModifyWrite + "PublishedState";
    public const string RequestSource = ReadModifyWrite + "RequestSource";
    public const string WritableBody = ReadModifyWrite + "WritableBody";

    public const string ApiException = Root + "ConfluenceApiException";

    public const string ArgumentException = "global::System.ArgumentException";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Collection = "global::System.Collections.Generic.ICollection";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string DebuggerDisplay = "global::System.Diagnostics.DebuggerDisplay";
    public const string FormatProvider = "global::System.IFormatProvider";
    public const string NotNullWhen = "global::System.Diagnostics.CodeAnalysis.NotNullWhen";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string SpanParsable = "global::System.ISpanParsable";
    public const string TypeConverterAttribute = "global::System.ComponentModel.TypeConverter";
    public const string DisallowNull = "global::System.Diagnostics.CodeAnalysis.DisallowNull";
    public const string Experimental = "global::System.Diagnostics.CodeAnalysis.Experimental";
    public const string InvalidOperationException = "global::System.InvalidOperationException";
    public const string JsonConverterAttribute = "global::System.Text.Json.Serialization.JsonConverter";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string JsonTokenType = "global::System.Text.Json.JsonTokenType";
    public const string JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";
    public const string Map = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string Obsolete = "global::System.Obsolete";
    public const string SetsRequiredMembers = "global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers";
    public const string Task = "global::System.Threading.Tasks.Task";

    /// <summary>The id under which experimental operations are marked.</summary>
    public const string ExperimentalId = "CONFEXP001";
}
